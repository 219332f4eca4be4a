import { displayName } from "../../loinc/release.ts";
import type { NamedTerm } from "../../loinc/term.ts";
import type { Loaded } from "../references.ts";
import type { ItemRow } from "../schemas/items.ts";
import type { ExamView } from "../schemas/overview.ts";

/** The panel that an exam takes, decided or proposed, and which of its members the exam's analyses are. */
export function panelOf(
  exam: ItemRow,
  members: readonly ItemRow[],
  { terms, panels }: Pick<Loaded, "terms" | "panels">,
): ExamView["panel"] {
  const loinc = codeOf(exam);
  const term = loinc === "" ? undefined : terms(loinc);
  if (term === undefined) return null;
  const codes = new Set(members.map(codeOf));
  const held = panels.get(loinc);
  return {
    loinc,
    name: nameOf(term),
    members:
      held === undefined
        ? null
        : held.map((code) => {
            const member = terms(code);
            return { loinc: code, name: member ? nameOf(member) : "", present: codes.has(code) };
          }),
  };
}

/** The code that a row has: decided, else proposed; empty when it has none. */
export function codeOf({ decision, candidate, band }: ItemRow): string {
  if (decision !== null) return decision.loinc ?? "";
  return band === "none" ? "" : (candidate?.loinc ?? "");
}

function nameOf(term: NamedTerm): string {
  return term.officialFrench ?? displayName(term);
}
