/** Lots: proposals that may be accepted together, each with how often such proposals were right where that was measured. */
import { useLots } from "../../api/signoff.ts";
import type { Lot } from "../../api/types.ts";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";
import { LotCard } from "./lot-card.tsx";

/** Analyses first: they are the most, and their precision is measured. */
const LEVELS: readonly Lot["level"][] = ["analysis", "exam", "subchapter", "chapter"];

export function LotsPage({ project }: { project: string }) {
  const { lots: words, words: names } = useMessages();
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
            LEVELS.map((level) => {
              const here = lots.filter((lot) => lot.level === level).sort((a, b) => b.rows - a.rows);
              if (here.length === 0) return null;
              return (
                <section key={level}>
                  <h2>{names.levels[level]}</h2>
                  <ul className="lots">
                    {here.map((lot) => (
                      <LotCard key={lot.key} project={project} lot={lot} />
                    ))}
                  </ul>
                </section>
              );
            })
          )
        }
      </Loaded>
    </Page>
  );
}
