/** Where the project stands, in pictures, and what to do next. */
import { useDashboard, useProject } from "../../api/projects.ts";
import { useRole } from "../../api/session.ts";
import { Patterns } from "../../components/charts/patterns.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Blockers } from "./blockers.tsx";
import { Checks } from "./checks.tsx";
import { NextSteps } from "./next-steps.tsx";
import { Confidences, Days, Progress, Proposed } from "./pictures.tsx";
import { Settings } from "./settings.tsx";
import { Totals } from "./totals.tsx";

export function DashboardPage({ project }: { project: string }) {
  const { dashboard: words } = useMessages();
  const query = useDashboard(project);
  const manages = useRole("manager");
  const { data: itself } = useProject(project);
  return (
    <Page title={words.title}>
      <Patterns />
      {itself?.job && <Notice>{words.working}</Notice>}
      <Loaded query={query}>
        {(data) => (
          <>
            <div className="dashboard-top">
              <Totals data={data} />
              <NextSteps project={project} />
            </div>
            <Progress data={data} />
            <div className="dashboard">
              <div>
                <Proposed data={data} />
                <Confidences data={data} />
                <Days data={data} />
              </div>
              <div>
                <Blockers project={project} />
              </div>
            </div>
            <Checks project={project} />
            {manages && <Settings project={project} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
