/** What happens to decisions when LOINC, or the file that it is read from, changes. */
import type { Database } from "./database.ts";
import { termMark } from "./decide.ts";
import { appendEvents, stampOf } from "./events.ts";
import { askedId } from "./ids.ts";
import { may } from "./may.ts";
import { refuse } from "./refusal.ts";
import { isSettled, reopened } from "./review-actions.ts";
import type { Actor, Decision, ItemSummary, ReferenceVersion, Refusal, Review, TermLookup } from "./types.ts";
import { writeReviewsIn } from "./write-reviews.ts";

/**
 * Gives a project other references, and reopens each decision whose code they lack, or say something else of: other axes,
 * discouraged, deprecated. The rows that were reopened. Proposals are stored anew afterwards.
 */
export function changeReferences(
  db: Database,
  actor: Actor,
  project: string,
  references: readonly ReferenceVersion[],
  terms: TermLookup,
): Promise<{ readonly reopened: readonly ItemSummary[] } | Refusal> {
  return db.transaction(async (queries) => {
    if (!may(actor, "manage-references") && !may(actor, "import")) {
      return refuse("not-allowed", "Seul un gestionnaire ou un administrateur change la référence d'un projet.");
    }
    const id = askedId(project);
    const [row] = await queries.query<{ reference_versions: ReferenceVersion[] }>(
      "select reference_versions from project where id = $1 for update",
      [id],
    );
    if (row === undefined) return refuse("not-found", "Ce projet n'existe pas.");
    const stamp = stampOf(actor);
    await queries.query("update project set reference_versions = $2 where id = $1", [id, JSON.stringify(references)]);
    await appendEvents(queries, stamp, [
      { kind: "reference-changed", project, before: row.reference_versions, after: references },
    ]);
    const decided = await queries.query<{ id: number; review: Review }>(
      "select id, review from item where project = $1 and not removed and loinc is not null order by id",
      [id],
    );
    const changes = decided.flatMap(({ id: item, review }) => {
      const reason = isSettled(review) ? whyReopen(review.decision!, terms) : undefined;
      return reason === undefined ? [] : [{ item, reason }];
    });
    const written = await writeReviewsIn(
      queries,
      {
        ...{ actor, project, changes },
        kind: "reopened",
        next: ({ review }, { reason }) => reopened(review, reason),
        reason: ({ reason }) => reason,
      },
      stamp,
    );
    return { reopened: written.items };
  });
}

const BAD_STATUS: Readonly<Record<string, string>> = {
  DEPRECATED: "est désormais périmé",
  DISCOURAGED: "est désormais déconseillé par LOINC",
};

/** Why a decision must be looked at again, for people; `undefined` when the references say of its code what they said. */
function whyReopen({ loinc = "", term }: Decision, terms: TermLookup): string | undefined {
  const now = terms(loinc);
  if (now === undefined) return `${loinc} n'est pas dans la nouvelle référence.`;
  const [axes, status] = parted(term);
  const [axesNow, statusNow] = parted(termMark(now));
  if (axes !== axesNow) return `La référence dit maintenant de ${loinc} : ${axesNow} (avant : ${axes}).`;
  const bad = BAD_STATUS[statusNow];
  return bad !== undefined && status !== statusNow ? `${loinc} ${bad}.` : undefined;
}

function parted(mark: string): [axes: string, status: string] {
  const at = mark.lastIndexOf(":");
  return [mark.slice(0, at), mark.slice(at + 1)];
}
