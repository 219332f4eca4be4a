/** One item with all that is known about it. */
import type { Proposal } from "../matching/proposal.ts";
import type { Queries } from "./database.ts";
import { type EventRow, eventOf } from "./events.ts";
import { askedId, askedNumber } from "./ids.ts";
import { type ItemRow, summaryOf } from "./item-rows.ts";
import { proposalSummary } from "./item-state.ts";
import type { Event, Item, ItemSummary } from "./types.ts";

/** How many rows before, and how many after, are neighbours. */
const NEAR = 3;

/** The item; `undefined` when the project has none of this id. */
export async function getItem(db: Queries, project: string, id: number): Promise<Item | undefined> {
  const [row] = await db.query<ItemRow>("select * from item_listed where id = $1 and project = $2", [
    askedNumber(id),
    askedId(project),
  ]);
  if (row === undefined) return undefined;
  const { proposal: _, ...summary } = summaryOf(row);
  const proposal = await proposalOf(db, row);
  return {
    ...summary,
    fields: row.fields,
    ...(proposal && { proposal }),
    related: await relatedTo(db, row),
    neighbours: await neighboursOf(db, row),
    history: await historyOf(db, row.id),
  };
}

async function proposalOf(db: Queries, { proposal_event }: ItemRow): Promise<Proposal | undefined> {
  if (proposal_event === null) return undefined;
  const [event] = await db.query<{ after: Proposal }>("select after from event where id = $1", [proposal_event]);
  return event!.after;
}

async function relatedTo(db: Queries, { project, level, fields }: ItemRow): Promise<ItemSummary[]> {
  const [other, codes] = level === "exam" ? ["analysis", fields.analyses] : ["exam", fields.exams];
  if (codes.length === 0) return [];
  const rows = await db.query<ItemRow>(
    `select * from item_listed where project = $1 and level = $2 and parent = '' and code = any($3::text[]) and not removed
     order by position, id`,
    [project, other, codes],
  );
  return rows.map(summaryOf);
}

async function neighboursOf(db: Queries, { project, level, position, id }: ItemRow): Promise<ItemSummary[]> {
  const side = (comparison: "<" | ">", direction: "desc" | "asc"): string =>
    `(select * from item_listed where project = $1 and level = $2 and not removed and (position, id) ${comparison} ($3::int, $4::bigint)
      order by position ${direction}, id ${direction} limit ${NEAR})`;
  const rows = await db.query<ItemRow>(
    `select * from (${side("<", "desc")} union all ${side(">", "asc")}) as near order by position, id`,
    [project, level, position, id],
  );
  return rows.map(summaryOf);
}

async function historyOf(db: Queries, item: number): Promise<Event[]> {
  const rows = await db.query<EventRow>("select * from event where item = $1 order by id", [item]);
  return rows.map(eventOf).map(light);
}

/** An event as a list shows it: of a proposal its best candidate, of an import not the order of its thousands of rows. */
export function light(event: Event): Event {
  if (event.kind === "proposed") return { ...event, after: proposalSummary(event.after as Proposal) };
  if (event.kind !== "catalogue-imported") return event;
  const { order: _, ...after } = event.after as { readonly order: unknown };
  return { ...event, after };
}
