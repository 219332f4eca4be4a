/** What people say of a row without changing it: comments, and requests for a code that LOINC lacks. */
import type { Database } from "./database.ts";
import { appendEvents, type EventRow, eventOf, stampOf } from "./events.ts";
import { askedId, askedNumber } from "./ids.ts";
import { type ItemRow, lockItems, stateOf, summaryOf, updateItems } from "./item-rows.ts";
import { applyStep } from "./item-state.ts";
import { may } from "./may.ts";
import { refuse } from "./refusal.ts";
import type { Actor, Event, ItemSummary, Refusal } from "./types.ts";

/** Adds a comment, which stands in the item's history; the event's `after` is its text. */
export function comment(
  db: Database,
  actor: Actor,
  project: string,
  item: number,
  text: string,
): Promise<Event | Refusal> {
  return say(db, actor, project, item, "commented", text.trim());
}

/** What a request for a new code says; the terminology centre reads it, so the fields are free. */
export type CodeRequest = {
  readonly component: string;
  readonly property: string;
  readonly time: string;
  readonly system: string;
  readonly scale: string;
  readonly method: string;
  readonly unit: string;
  readonly nabm: readonly string[];
  readonly synonyms: readonly string[];
  readonly why: string;
};

/** Keeps a request for a code that LOINC lacks; the event's `after` is the request. */
export function requestCode(
  db: Database,
  actor: Actor,
  project: string,
  item: number,
  request: CodeRequest,
): Promise<Event | Refusal> {
  return say(db, actor, project, item, "requested", request);
}

export type KeptRequest = { readonly event: Event; readonly item: ItemSummary; readonly request: CodeRequest };

/** The latest request for each item of a project, oldest first. */
export async function codeRequests(db: Database, project: string): Promise<KeptRequest[]> {
  const events = await db.query<EventRow>(
    `select * from (
       select distinct on (item) * from event where project = $1 and kind = 'requested' order by item, id desc
     ) as latest order by id`,
    [askedId(project)],
  );
  const rows = await db.query<ItemRow>("select * from item_listed where id = any($1::bigint[])", [
    events.map(({ item }) => item),
  ]);
  const items = new Map(rows.map((row) => [row.id, summaryOf(row)]));
  return events.map((row) => ({
    event: eventOf(row),
    item: items.get(row.item!)!,
    request: row.after as CodeRequest,
  }));
}

function say(
  db: Database,
  actor: Actor,
  project: string,
  item: number,
  kind: "commented" | "requested",
  after: unknown,
): Promise<Event | Refusal> {
  return db.transaction(async (queries) => {
    const row = (await lockItems(queries, askedId(project), [askedNumber(item)])).get(item);
    if (row === undefined) return refuse("not-found", "Cette ligne n'existe pas dans ce projet.");
    if (!may(actor, "comment", row.specialty)) {
      return refuse("not-allowed", "Vos droits ne vous permettent pas d'écrire sur cette ligne.");
    }
    const [id] = await appendEvents(queries, stampOf(actor), [{ kind, project, item, after }]);
    await updateItems(queries, new Map([[item, applyStep(stateOf(row), { id: id!, kind, before: null, after })]]));
    const [event] = await queries.query<EventRow>("select * from event where id = $1", [id!]);
    return eventOf(event!);
  });
}
