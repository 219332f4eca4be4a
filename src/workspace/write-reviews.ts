/** The one way in which people change reviews: locked, checked, written as events, and projected from these. */
import type { Database, Queries } from "./database.ts";
import { appendEvents, type EventRow, type NewEvent, type Stamp, stampOf } from "./events.ts";
import { askedId, askedNumber } from "./ids.ts";
import { type ItemRow, lockItems, stateOf, summaryOf, updateItems } from "./item-rows.ts";
import { applyStep, type ItemState } from "./item-state.ts";
import { type Action, may } from "./may.ts";
import { isRefusal, refuse } from "./refusal.ts";
import type { Actor, Conflict, EventKind, Refusal, Review, Written } from "./types.ts";

/** A change of one item; `version` is the one that the person has seen, left out when it does not matter. */
export type Change = { readonly item: number; readonly version?: number };

export type ReviewWrite<C extends Change> = {
  readonly actor: Actor;
  readonly project: string;
  readonly changes: readonly C[];
  /** What the actor must be allowed to do on each item; left out when the caller has seen to it. */
  readonly action?: Action;
  readonly kind: EventKind;
  /** The review that `change` makes of an item, or why it does not. */
  readonly next: (item: ItemRow, change: C, stamp: Stamp) => Review | Refusal;
  readonly reason?: (change: C) => string;
  readonly undoes?: (change: C) => number;
};

/** Writes all changes that can be made, in one transaction; the others are told apart in what comes back. */
export function writeReviews<C extends Change>(db: Database, write: ReviewWrite<C>): Promise<Written> {
  return db.transaction((queries) => writeReviewsIn(queries, write, stampOf(write.actor)));
}

/** `writeReviews` within a transaction, under a stamp that other events share. */
export async function writeReviewsIn<C extends Change>(
  queries: Queries,
  write: ReviewWrite<C>,
  stamp: Stamp,
): Promise<Written> {
  const { project, changes, kind } = write;
  const ids = changes.map(({ item }) => askedNumber(item));
  const rows = await lockItems(queries, askedId(project), ids);
  const outcomes = changes.map((change) => ({
    change,
    outcome: outcomeOf(write, rows.get(change.item), change, stamp),
  }));
  const done = outcomes.flatMap(({ change, outcome }) =>
    outcome !== "conflict" && "review" in outcome ? [{ change, ...outcome }] : [],
  );
  const events = done.map(
    ({ change, row, review }): NewEvent => ({
      kind,
      project,
      item: row.id,
      before: row.review,
      after: review,
      reason: write.reason?.(change) ?? "",
      ...(write.undoes && { undoes: write.undoes(change) }),
    }),
  );
  const eventIds = await appendEvents(queries, stamp, events);
  const states = new Map<number, ItemState>();
  done.forEach(({ row, review }, i) =>
    states.set(row.id, applyStep(stateOf(row), { id: eventIds[i]!, kind, before: row.review, after: review })),
  );
  await updateItems(queries, states);
  const overtaken = outcomes.flatMap(({ change, outcome }) => (outcome === "conflict" ? [rows.get(change.item)!] : []));
  return {
    batch: done.length === 0 ? "" : stamp.batch,
    items: await summaries(queries, [...states.keys()]),
    conflicts: await conflictsOf(queries, overtaken),
    refusals: outcomes.flatMap(({ change, outcome }) =>
      isRefusal(outcome) ? [{ ...outcome, item: change.item }] : [],
    ),
  };
}

type Outcome = { readonly row: ItemRow; readonly review: Review } | Refusal | "conflict";

function outcomeOf<C extends Change>(
  write: ReviewWrite<C>,
  row: ItemRow | undefined,
  change: C,
  stamp: Stamp,
): Outcome {
  if (row === undefined) return refuse("not-found", "Cette ligne n'existe pas dans ce projet.");
  if (write.action !== undefined && !may(write.actor, write.action, row.specialty)) {
    return refuse(
      "not-allowed",
      `Vos droits ne vous permettent pas d'agir sur cette ligne (spécialité : ${row.specialty || "inconnue"}).`,
    );
  }
  if (change.version !== undefined && change.version !== row.version) return "conflict";
  if (row.removed) {
    return refuse(
      "removed",
      "Cette ligne n'est plus dans le catalogue : elle garde son historique, mais ne se décide plus.",
    );
  }
  const review = write.next(row, change, stamp);
  return isRefusal(review) ? review : { row, review };
}

async function summaries(queries: Queries, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const rows = await queries.query<ItemRow>(
    "select * from item_listed where id = any($1::bigint[]) order by position, id",
    [ids],
  );
  return rows.map(summaryOf);
}

/** What was done to items since a person saw them. */
async function conflictsOf(queries: Queries, rows: readonly ItemRow[]): Promise<Conflict[]> {
  if (rows.length === 0) return [];
  const last = await queries.query<EventRow>(
    `select distinct on (item) * from event
     where item = any($1::bigint[]) and kind not in ('commented', 'requested') and (kind <> 'proposed' or before is not null)
     order by item, id desc`,
    [rows.map(({ id }) => id)],
  );
  const byItem = new Map(last.map((event) => [event.item, event]));
  return rows.map(({ id, version, review }): Conflict => {
    const { actor, actor_name, at, kind } = byItem.get(id)!;
    return { item: id, version, review, by: { id: actor, name: actor_name }, at: at.toISOString(), kind };
  });
}
