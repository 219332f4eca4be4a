/** Everything that was ever done, with who and when. */
import { useState } from "react";
import { useHistory, useUsers } from "../../api/admin.ts";
import { useProjects } from "../../api/projects.ts";
import type { HistoryEvent } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";
import { useOutcomeText } from "../row/outcome-text.ts";

export function HistoryOfAll() {
  const { admin, common } = useMessages();
  const [filter, setFilter] = useState({ project: "", person: "", from: "" });
  const { data: projects = [] } = useProjects();
  const { data: users = [] } = useUsers();
  const query = useHistory(filter);
  const set = (name: keyof typeof filter) => (event: { target: { value: string } }) =>
    setFilter({ ...filter, [name]: event.target.value });
  const all = { value: "", label: common.all };
  return (
    <section className="card">
      <h2>{admin.history}</h2>
      <p className="soft">{admin.historyLead}</p>
      <div className="fields">
        <SelectField
          label={admin.project}
          value={filter.project}
          onChange={set("project")}
          options={[all, ...projects.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          label={admin.person}
          value={filter.person}
          onChange={set("person")}
          options={[all, ...users.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField label={admin.from} type="date" value={filter.from} onChange={set("from")} />
      </div>
      <Loaded query={query}>
        {(data) => {
          const events = data.pages.flatMap((page) => page.events);
          return events.length === 0 ? <p className="soft">{admin.noEvents}</p> : <Events events={events} />;
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button icon="down" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {admin.more}
        </Button>
      )}
    </section>
  );
}

function Events({ events }: { events: readonly HistoryEvent[] }) {
  const { admin, words } = useMessages();
  const format = useFormat();
  const outcome = useOutcomeText();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{admin.when}</th>
          <th scope="col">{admin.who}</th>
          <th scope="col">{admin.what}</th>
          <th scope="col">{admin.row}</th>
          <th scope="col">{admin.detail}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>{format.moment(event.at)}</td>
            <td>{event.actor.name}</td>
            <td>{words.events[event.kind] ?? event.kind}</td>
            <td>
              {event.item !== undefined && event.project !== undefined && (
                <Link href={paths.row(event.project, event.item)}>
                  {event.of?.label || event.of?.code || event.item}
                </Link>
              )}
            </td>
            <td>{[outcome(event.after), event.reason].filter(Boolean).join(" — ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
