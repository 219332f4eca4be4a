/** Where the project stands, in pictures, and what to do next. */
import { useDashboard } from "../../api/projects.ts";
import type { Dashboard } from "../../api/types.ts";
import { Columns } from "../../components/charts/columns.tsx";
import { PartedBars } from "../../components/charts/parted-bars.tsx";
import { Patterns } from "../../components/charts/patterns.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Blockers } from "./blockers.tsx";
import { Checks } from "./checks.tsx";
import { NextSteps } from "./next-steps.tsx";
import { Totals } from "./totals.tsx";

export function DashboardPage({ project }: { project: string }) {
  const { dashboard: words } = useMessages();
  const query = useDashboard(project);
  return (
    <Page title={words.title}>
      <Patterns />
      <Loaded query={query}>
        {(data) => (
          <>
            <div className="dashboard-top">
              <Totals data={data} />
              <NextSteps project={project} />
            </div>
            <div className="dashboard">
              <Pictures data={data} />
              <Blockers project={project} />
              <Checks project={project} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Pictures({ data }: { data: Dashboard }) {
  const { dashboard, words } = useMessages();
  const format = useFormat();
  const stateParts = [
    { name: words.states.signed, className: "part-signed" },
    { name: words.states.decided, className: "part-decided" },
    { name: words.states.todo, className: "part-open" },
  ];
  const bandParts = (["auto", "review", "none"] as const).map((band) => ({
    name: words.bands[band],
    className: `part-${band}`,
  }));
  return (
    <>
      <section className="card wide">
        <h2>{dashboard.progress}</h2>
        <PartedBars
          title={dashboard.progress}
          help={dashboard.progressHelp}
          parts={stateParts}
          rows={data.bySpecialty.map(({ name, specialty, states }) => ({
            name: name || specialty || words.noSpecialty,
            counts: [
              states.signed,
              states.decided + states["second-read"],
              states.todo + states.proposed + states.reopened,
            ],
          }))}
        />
      </section>
      <section className="card">
        <h2>{dashboard.bands}</h2>
        <PartedBars
          title={dashboard.bands}
          help={dashboard.bandsHelp}
          parts={bandParts}
          rows={bandParts.map((part, i) => ({
            name: part.name,
            counts: [data.bands.auto, data.bands.review, data.bands.none].map((count, j) => (i === j ? count : 0)),
          }))}
        />
      </section>
      <section className="card">
        <h2>{dashboard.confidence}</h2>
        <Columns
          title={dashboard.confidence}
          help={dashboard.confidenceHelp}
          columns={data.confidence.map((count, i) => ({ name: `${i * 10}–${i * 10 + 10} %`, count }))}
        />
      </section>
      {data.byDay.length > 0 && (
        <section className="card">
          <h2>{dashboard.byDay}</h2>
          <Columns
            title={dashboard.byDay}
            help={`${dashboard.byPerson} : ${data.byPerson.map(({ name, decided }) => `${name} ${format.number(decided)}`).join(", ")}.`}
            columns={data.byDay.slice(-14).map(({ day, decided }) => ({ name: day.slice(5), count: decided }))}
          />
        </section>
      )}
    </>
  );
}
