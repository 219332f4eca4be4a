/** Which page an address shows. */
import type { ReactNode } from "react";
import { ADMIN_PARTS } from "../navigation/paths.ts";
import { AdminPage } from "./admin/admin-page.tsx";
import { ChaptersPage } from "./chapters/chapters-page.tsx";
import { DashboardPage } from "./dashboard/dashboard-page.tsx";
import { ExamsPage } from "./exams/exams-page.tsx";
import { ExportPage } from "./export/export-page.tsx";
import { ImportPage } from "./import/import-page.tsx";
import { LotsPage } from "./lots/lots-page.tsx";
import { NotFound } from "./not-found.tsx";
import { ProjectsPage } from "./projects/projects-page.tsx";
import { RequestsPage } from "./requests/requests-page.tsx";
import { RowsPage } from "./rows/rows-page.tsx";
import { ProofPage } from "./signoff/proof-page.tsx";
import { SignoffPage } from "./signoff/signoff-page.tsx";

type Shown = { readonly project: string | undefined; readonly page: ReactNode };

/** Pages of a project, by the word after its number. */
const PROJECT_PAGES: { readonly [part: string]: (project: string, rest: string) => ReactNode } = {
  "": (project) => <DashboardPage project={project} />,
  lignes: (project) => <RowsPage key={project} project={project} />,
  lots: (project) => <LotsPage project={project} />,
  examens: (project) => <ExamsPage project={project} />,
  chapitres: (project) => <ChaptersPage project={project} />,
  demandes: (project) => <RequestsPage project={project} />,
  signature: (project) => <SignoffPage project={project} />,
  export: (project) => <ExportPage project={project} />,
  import: (project) => <ImportPage key={project} project={project} />,
  preuves: (project, proof) => (proof === "" ? <NotFound /> : <ProofPage project={project} proof={proof} />),
};

export function pageAt(path: string): Shown {
  const [first = "", second = "", part = "", rest = ""] = path.split("/").filter(Boolean);
  if (first === "" || (first === "projets" && second === "")) return { project: undefined, page: <ProjectsPage /> };
  if (first === "projets" && second === "nouveau") return { project: undefined, page: <ImportPage /> };
  if (first === "projets" && Object.hasOwn(PROJECT_PAGES, part))
    return { project: second, page: PROJECT_PAGES[part]!(second, rest) };
  const admin = ADMIN_PARTS.find((name) => first === "administration" && name === (second || ADMIN_PARTS[0]));
  return { project: undefined, page: admin ? <AdminPage part={admin} /> : <NotFound /> };
}
