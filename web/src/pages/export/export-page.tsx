/** The files to take away, and what the SGL will say of them. */
import { EXPORTS, type ExportKind } from "../../api/exports.ts";
import { useChecks, useProject } from "../../api/projects.ts";
import { CheckTable } from "../../components/check-table.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";
import { ExportCard } from "./export-card.tsx";

const isSgl = (kind: ExportKind): boolean => kind.startsWith("loinc");

export function ExportPage({ project }: { project: string }) {
  const { exportPage: words, dashboard, lots } = useMessages();
  const query = useProject(project);
  const checks = useChecks(project);
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={query}>
        {({ states }) => {
          const open = states.todo + states.proposed + states.reopened;
          const unsigned = states.decided + states["second-read"];
          return (
            <>
              {open > 0 && (
                <Notice tone="warning">
                  {words.undecided(open)} <Link href={paths.rows(project, "?state=proposed")}>{lots.toReview}</Link>
                </Notice>
              )}
              {unsigned > 0 && <Notice tone="warning">{words.unsigned(unsigned)}</Notice>}
              {open + unsigned === 0 && <Notice tone="good">{words.allSigned}</Notice>}
            </>
          );
        }}
      </Loaded>
      <h2>{words.sgl}</h2>
      <p className="soft">{words.same}</p>
      <ul className="exports">
        {EXPORTS.filter(isSgl).map((kind) => (
          <ExportCard key={kind} project={project} kind={kind} />
        ))}
      </ul>
      <h2>{words.others}</h2>
      <ul className="exports">
        {EXPORTS.filter((kind) => !isSgl(kind)).map((kind) => (
          <ExportCard key={kind} project={project} kind={kind} />
        ))}
      </ul>
      <section className="card">
        <h2>{words.checks}</h2>
        <Loaded query={checks}>
          {(list) =>
            list.length === 0 ? (
              <p className="soft">{dashboard.checksNone}</p>
            ) : (
              <CheckTable project={project} checks={list} />
            )
          }
        </Loaded>
      </section>
    </Page>
  );
}
