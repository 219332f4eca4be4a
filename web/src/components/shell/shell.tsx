/** What stands around every page. */
import type { ReactNode } from "react";
import { useProject } from "../../api/projects.ts";
import { useMessages } from "../../i18n/language.tsx";
import { LoincNotice } from "./loinc-notice.tsx";
import { ProjectNav } from "./project-nav.tsx";
import { TopBar } from "./top-bar.tsx";

type Properties = { project?: string | undefined; onKeyboard?: () => void; children: ReactNode };

export function Shell({ project, onKeyboard, children }: Properties) {
  const { common } = useMessages();
  const { data } = useProject(project);
  const place = data && `${data.laboratory.name} · ${data.name}`;
  return (
    <div className="shell">
      <a className="skip" href="#contenu">
        {common.skip}
      </a>
      <header className="head">
        <TopBar {...(place ? { place } : {})} {...(onKeyboard ? { onKeyboard } : {})} />
        {project !== undefined && <ProjectNav project={project} />}
      </header>
      {children}
      <LoincNotice project={data} />
    </div>
  );
}
