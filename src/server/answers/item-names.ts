import type { Queries } from "../../workspace/database.ts";
import type { Event } from "../../workspace/types.ts";
import type { HistoryEvent } from "../schemas/items.ts";

type Named = Pick<HistoryEvent, "of">;

/** What the items of `events` are called; nothing for an event that is about no item. */
export async function itemNames(db: Queries, events: readonly Event[]): Promise<(event: Event) => Named> {
  const ids = new Set(events.map(({ item }) => item).filter((item) => item !== undefined));
  const rows = await db.query<NonNullable<Named["of"]> & { readonly id: number }>(
    "select id, level, code, label from item where id = any($1::bigint[])",
    [[...ids]],
  );
  const named = new Map(rows.map(({ id, ...of }) => [id, of]));
  return ({ item }) => {
    const of = item === undefined ? undefined : named.get(item);
    return of === undefined ? {} : { of };
  };
}
