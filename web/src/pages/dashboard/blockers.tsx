/** What keeps each specialty from being signed. */
import { useSignoff } from "../../api/signoff.ts";
import { Icon } from "../../components/icon.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function Blockers({ project }: { project: string }) {
  const { dashboard, words } = useMessages();
  const query = useSignoff(project);
  return (
    <section className="card">
      <h2>{dashboard.blocks}</h2>
      <Loaded query={query}>
        {(parts) => {
          const blocked = parts.filter((part) => part.scope.kind === "specialty" && part.blocking > 0);
          if (blocked.length === 0) return <p className="soft">{dashboard.blocksNone}</p>;
          return (
            <ul className="blockers">
              {blocked.map((part) => (
                <li key={part.scope.key}>
                  <Icon name="warning" />{" "}
                  <Link href={paths.rows(project, `?specialty=${encodeURIComponent(part.scope.key)}&sort=confidence`)}>
                    {part.name || words.noSpecialty}
                  </Link>{" "}
                  <span className="soft">{dashboard.blocking(part.blocking)}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
