/**
 * Rows on their way into a project. A large catalogue takes seconds to write, and on PGlite nobody reads while a transaction
 * lasts; so the rows are sent by parts, where nobody sees them, and moved by the database itself, all at once.
 */
import { randomUUID } from "node:crypto";
import type { Database, Queries } from "./database.ts";
import type { Stamp } from "./events.ts";
import { searchText } from "./item-rows.ts";
import { NEW_ITEM } from "./item-state.ts";
import { jsonText } from "./storable-text.ts";
import type { Row } from "./types.ts";
import { insertMany } from "./write-many.ts";

/** Rows of one statement: others get their turn after each. */
const PART = 1000;
/** What an interrupted import left is removed after so many hours. */
const HOURS = 24;

/** Sends `rows` ahead; the name of their arrival. */
export async function sendAhead(queries: Queries, rows: readonly Row[]): Promise<string> {
  const arrival = randomUUID();
  for (let from = 0; from < rows.length; from += PART) {
    const part = rows.slice(from, from + PART);
    const text = (value: (row: Row) => string) => ["text", part.map(value)] as const;
    await insertMany(
      queries,
      "arriving_row",
      {
        arrival: ["uuid", part.map(() => arrival)],
        position: ["int", part.map(({ position }) => position)],
        level: text(({ level }) => level),
        parent: text(({ parent }) => parent),
        code: text(({ code }) => code),
        label: text(({ label }) => label),
        chapter: text(({ chapter }) => chapter),
        subchapter: text(({ subchapter }) => subchapter),
        fields: ["jsonb", part.map(({ fields }) => jsonText(fields))],
        search: text(searchText),
      },
      "position",
    );
  }
  return arrival;
}

/** Makes items of what arrived, each with its event; their ids, in order. */
export async function settle(queries: Queries, stamp: Stamp, project: string, arrival: string): Promise<number[]> {
  const { version, removed, review } = NEW_ITEM;
  const items = await queries.query<{ id: number }>(
    `insert into item (project, level, parent, code, label, chapter, subchapter, position, fields, search, removed, version, review)
     select $1, level, parent, code, label, chapter, subchapter, position, fields, search, $3, $4, $5
     from arriving_row where arrival = $2 order by position returning id`,
    [project, arrival, removed, version, JSON.stringify(review)],
  );
  const ids = items.map(({ id }) => id).sort((a, b) => a - b);
  await queries.query(
    `insert into event (at, actor, actor_name, kind, project, item, batch, after, reason)
     select $1, $2, $3, 'imported', project, id, $4, json_build_object(
       'level', level, 'code', code, 'parent', parent, 'label', label, 'chapter', chapter, 'subchapter', subchapter,
       'position', position, 'fields', fields), ''
     from item where project = $5 and id between $6 and $7 order by id`,
    [stamp.at, stamp.actor.id, stamp.actor.name, stamp.batch, project, ids[0] ?? 0, ids.at(-1) ?? 0],
  );
  return ids;
}

/** Removes what arrived under this name; it is of no use any more. */
export async function clearArrival(queries: Queries, arrival: string): Promise<void> {
  await queries.query("delete from arriving_row where arrival = $1", [arrival]);
}

/** Removes what imports that were interrupted left, and gives back the space of all that passed through. */
export async function dropOldArrivals(db: Database): Promise<void> {
  await db.query("delete from arriving_row where at < now() - make_interval(hours => $1)", [HOURS]);
  // PGlite does not do so by itself
  await db.script("vacuum arriving_row");
}
