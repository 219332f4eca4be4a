/** The parts that may be signed, with what keeps each from it. */
import { useState } from "react";
import { useRole, useSession } from "../../api/session.ts";
import type { SignoffPart } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { useTold } from "../../i18n/use-told.ts";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";
import { SignDialog } from "./sign-dialog.tsx";

type Properties = { project: string; title: string; parts: readonly SignoffPart[] };

export function Parts({ project, title, parts }: Properties) {
  const { signoff: words } = useMessages();
  const format = useFormat();
  const [signing, setSigning] = useState<SignoffPart>();
  if (parts.length === 0) return null;
  return (
    <section className="card">
      <h2>{title}</h2>
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col" className="number">
              {words.rows}
            </th>
            <th scope="col" className="number">
              {words.signed}
            </th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.sign}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.scope.key}>
              <th scope="row">
                <PartName part={part} />
              </th>
              <td className="number">{format.number(part.items)}</td>
              <td className="number">{format.number(part.signed)}</td>
              <td>
                <Status project={project} part={part} />
              </td>
              <td>
                <SignButton part={part} onSign={() => setSigning(part)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {signing && <SignDialog project={project} part={signing} onClose={() => setSigning(undefined)} />}
    </section>
  );
}

function PartName({ part }: { part: SignoffPart }) {
  const { words } = useMessages();
  return <>{part.name || words.noSpecialty}</>;
}

function Status({ project, part }: { project: string; part: SignoffPart }) {
  const { signoff: words } = useMessages();
  const told = useTold();
  if (part.items > 0 && part.signed === part.items)
    return (
      <span className="mark supports">
        <Icon name="lock" /> {words.done}
      </span>
    );
  if (part.ready)
    return (
      <span className="mark supports">
        <Icon name="check" /> {words.ready}
      </span>
    );
  return (
    <details className="blocking">
      <summary>
        <span className="mark warning">
          <Icon name="warning" /> {words.blocked(part.blocking)}
        </span>
      </summary>
      <ul>
        {part.blockers.map((blocker) => (
          <li key={`${blocker.item}:${blocker.message}`} className="small">
            <Link href={paths.row(project, blocker.item)}>{blocker.label}</Link> : {told(blocker.message)}
          </li>
        ))}
        {part.blocking > part.blockers.length && (
          <li className="soft small">{words.andMore(part.blocking - part.blockers.length)}</li>
        )}
      </ul>
    </details>
  );
}

function SignButton({ part, onSign }: { part: SignoffPart; onSign: () => void }) {
  const { signoff: words, words: names } = useMessages();
  const { data: session } = useSession();
  const biologist = useRole("biologist");
  const own =
    part.scope.kind === "chapter" ||
    session?.specialties.length === 0 ||
    session?.specialties.includes(part.scope.key) === true;
  if (!biologist || !own || !part.ready || part.signed === part.items) return null;
  return (
    <Button tone="primary" icon="pen" onClick={onSign} aria-label={words.signPart(part.name || names.noSpecialty)}>
      {words.sign}
    </Button>
  );
}
