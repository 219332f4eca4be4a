/** LOINC's notice with the version in use: its licence asks for it wherever its content shows. */
import { useSetupState } from "../../api/session.ts";
import type { Project } from "../../api/types.ts";
import { useMessages } from "../../i18n/language.tsx";

/** The words are fixed by the licence (section 10) and stay in English. */
const NOTICE =
  "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the " +
  "Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at " +
  "http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.";

export function LoincNotice({ project }: { project: Project | undefined }) {
  const { shell } = useMessages();
  const { data: setup } = useSetupState();
  const used = project?.references ?? (setup ? [setup.reference] : []);
  return (
    <footer className="loinc-notice">
      {used.length > 0 && <span>{used.map(({ title, version }) => shell.version(title, version)).join(" ")} </span>}
      <span lang="en">{NOTICE}</span>
    </footer>
  );
}
