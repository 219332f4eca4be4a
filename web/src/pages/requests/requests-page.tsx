/** Requests of new codes, ready to send: as text to copy, or printed. */
import { useRequests } from "../../api/signoff.ts";
import type { CodeRequest } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useSay } from "../../components/said.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

const AXES = ["component", "property", "time", "system", "scale", "method"] as const;

export function RequestsPage({ project }: { project: string }) {
  const { requests: words } = useMessages();
  const query = useRequests(project);
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={query}>
        {(requests) =>
          requests.length === 0 ? (
            <p className="card empty">{words.none}</p>
          ) : (
            <ul className="request-list">
              {requests.map((request) => (
                <RequestCard key={request.id} project={project} request={request} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function RequestCard({ project, request }: { project: string; request: CodeRequest }) {
  const { requests, words } = useMessages();
  const format = useFormat();
  const say = useSay();
  const lines: readonly (readonly [string, string])[] = [
    ...AXES.map((axis) => [words.axes[axis], request[axis]] as const),
    [words.fields.unit ?? "", request.unit],
    [words.fields.nabm ?? "", request.nabm.join(", ")],
    [words.fields.synonym ?? "", request.synonyms.join("; ")],
    [requests.why, request.why],
  ];
  const copy = async (): Promise<void> => {
    const text = [`${request.label} (${request.code})`, ...lines.map(([name, value]) => `${name} : ${value}`)].join(
      "\n",
    );
    await navigator.clipboard.writeText(text);
    say(requests.copied);
  };
  return (
    <li className="card">
      <h2>
        <Link href={paths.row(project, request.item)}>{request.label}</Link>{" "}
        <span className="code soft">{request.code}</span>
      </h2>
      <p className="soft small">{requests.by(request.by.name, format.moment(request.at))}</p>
      <dl className="facts">
        {lines
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Button icon="file" onClick={copy}>
        {requests.copy}
      </Button>
    </li>
  );
}
