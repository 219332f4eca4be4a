/** Takes actions back, whole: nothing is removed, an event restores what was before. */
import type { Database, Queries } from "./database.ts";
import { type EventRow, stampOf } from "./events.ts";
import { askedId } from "./ids.ts";
import { lockItems } from "./item-rows.ts";
import { refuse } from "./refusal.ts";
import type { Actor, EventKind, Review, Written } from "./types.ts";
import { writeReviewsIn } from "./write-reviews.ts";

/** What can be taken back. A signature cannot: it is reopened, with a reason. Nor can what an import or a reference did. */
const UNDOABLE: readonly EventKind[] = ["decided", "second-read", "second-asked", "reopened", "undone"];

/**
 * Restores what was before the action `batch`, on all its rows that nobody has changed since; the others are named in
 * `refusals`. To undo an undoing is to do it again.
 */
export function undoBatch(db: Database, actor: Actor, project: string, batch: string): Promise<Written> {
  return db.transaction((queries) => undoIn(queries, actor, project, batch));
}

/** In SQL: the event changed its row or its review. */
const reviewing = (event: string): string => `${event}.kind not in ('proposed', 'commented', 'requested')`;

/** Undoes the last action of `actor` in the project of which something can still be undone. */
export function undoLast(db: Database, actor: Actor, project: string): Promise<Written> {
  return db.transaction(async (queries) => {
    const [last] = await queries.query<{ batch: string }>(
      `select batch from event e where project = $1 and actor = $2 and kind = any($3::text[]) and kind <> 'undone'
         and before ->> 'state' <> 'signed'
         and not exists (select from event l where l.item = e.item and l.id > e.id and ${reviewing("l")})
         and not exists (select from event o where o.batch = e.batch and not o.kind = any($3::text[]))
       order by id desc limit 1`,
      [askedId(project), actor.id, UNDOABLE],
    );
    return last === undefined ? nothingTo() : undoIn(queries, actor, project, last.batch);
  });
}

async function undoIn(queries: Queries, actor: Actor, project: string, batch: string): Promise<Written> {
  const events = await queries.query<EventRow>("select * from event where batch = $1 and project = $2 order by id", [
    askedId(batch),
    askedId(project),
  ]);
  if (events.length === 0) return nothingTo();
  if (events.some(({ kind }) => !UNDOABLE.includes(kind))) {
    return nothingTo(
      "Cette action ne s'annule pas : une signature se rouvre ligne par ligne, et un import se corrige par un nouvel import.",
    );
  }
  const changes = events.map((event) => ({ item: event.item!, event }));
  const ids = changes.map(({ item }) => item);
  await lockItems(queries, project, ids);
  const last = await lastReviewEvents(queries, ids);
  return writeReviewsIn(
    queries,
    {
      ...{ actor, project, changes },
      action: "decide",
      kind: "undone",
      next: ({ id }, { event }) => {
        const before = event.before as Review;
        // What a reopening undone would make signed again would be signed by nobody.
        if (before.state === "signed")
          return refuse("not-undoable", "Cette ligne était signée : décidez-la, puis signez de nouveau.");
        return last.get(id) === event.id
          ? before
          : refuse("changed-since", "Cette ligne a changé depuis : elle reste comme elle est.");
      },
      undoes: ({ event }) => event.id,
    },
    stampOf(actor),
  );
}

/** The last event of each item that changed its row or its review; the items are locked. */
async function lastReviewEvents(queries: Queries, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await queries.query<{ item: number; id: number }>(
    `select item, max(id) as id from event
     where item = any($1::bigint[]) and ${reviewing("event")} group by item`,
    [ids],
  );
  return new Map(rows.map(({ item, id }) => [item, id]));
}

function nothingTo(message = "Il n'y a rien à annuler."): Written {
  return { batch: "", items: [], conflicts: [], refusals: [{ ...refuse("not-undoable", message), item: 0 }] };
}
