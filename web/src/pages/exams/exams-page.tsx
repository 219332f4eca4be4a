/** Exams on one side; on the other the chosen exam's analyses against the members of its panel. */
import { useDeferredValue, useEffect } from "react";
import { useExam } from "../../api/items.ts";
import { TextField } from "../../components/field.tsx";
import { StateMark } from "../../components/marks.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { useParams } from "../../navigation/search-params.ts";
import { useRowList } from "../rows/use-row-list.ts";
import { ExamMembers } from "./exam-members.tsx";

export function ExamsPage({ project }: { project: string }) {
  const { exams: words } = useMessages();
  const [params, change] = useParams();
  const q = useDeferredValue(params.q ?? "");
  const list = useRowList(project, { level: "exam", ...(q ? { q } : {}) });
  const chosen = Number(params.examen) || list.rows[0]?.id;
  const exam = useExam(project, chosen);
  // All exams in one list: there are hundreds, not thousands.
  useEffect(() => list.need(list.rows.length), [list.need, list.rows.length]);
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="two-sides">
        <section className="card side" aria-label={words.title}>
          <TextField
            label={words.search}
            type="search"
            value={params.q ?? ""}
            onChange={(event) => change({ q: event.target.value, examen: "" })}
          />
          <Loaded query={list.query}>
            {() => (
              <ul className="link-list">
                {list.rows.map((row) => (
                  <li key={row.id}>
                    <Link
                      href={`?${new URLSearchParams({ ...params, examen: String(row.id) })}`}
                      aria-current={row.id === chosen ? "true" : undefined}
                    >
                      <StateMark state={row.state} short />
                      <span>{row.label}</span> <span className="code soft">{row.code}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
        </section>
        <section className="card">
          {chosen === undefined ? (
            <p className="soft">{words.choose}</p>
          ) : (
            <Loaded query={exam}>{(view) => <ExamMembers project={project} view={view} />}</Loaded>
          )}
        </section>
      </div>
    </Page>
  );
}
