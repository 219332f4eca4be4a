/** Lots: proposals that may be accepted together, each with how often such proposals were right where that was measured. */
import { useLots } from "../../api/signoff.ts";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";
import { LotCard } from "./lot-card.tsx";

export function LotsPage({ project }: { project: string }) {
  const { lots: words } = useMessages();
  const query = useLots(project);
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={query}>
        {(lots) =>
          lots.length === 0 ? (
            <div className="card empty">
              <p>{words.none}</p>
              <Link className="button primary" href={paths.rows(project, "?sort=confidence&state=proposed")}>
                {words.toReview}
              </Link>
            </div>
          ) : (
            <ul className="lots">
              {lots.map((lot) => (
                <LotCard key={lot.key} project={project} lot={lot} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
