/** Pages of items. */
import type { Parameter, Queries } from "./database.ts";
import { conditionsOf, type ItemFilter } from "./item-query.ts";
import { type ItemRow, summaryOf } from "./item-rows.ts";
import { type ItemSummary, STATES } from "./types.ts";

/** Always upwards; `-confidence` is the surest first. Items without a proposal count as not sure at all. */
export type ItemSort = "position" | "confidence" | "-confidence" | "label" | "code" | "state";

export type ItemsAsked = ItemFilter & {
  /** `position` unless said otherwise: the order of the catalogue, which also parts equals. */
  readonly sort?: ItemSort;
  /** `next` of the page before. */
  readonly cursor?: string;
  /** 200 unless said otherwise. */
  readonly limit?: number;
};

export type ItemPage = {
  readonly items: readonly ItemSummary[];
  /** Of all pages. */
  readonly total: number;
  /** Cursor of the next page; `null` on the last one. */
  readonly next: string | null;
};

const SORT_KEYS: { readonly [sort in ItemSort]: readonly [sql: string, type: "double precision" | "text"] } = {
  position: ["position", "double precision"],
  confidence: ["coalesce(confidence, 0)", "double precision"],
  "-confidence": ["-coalesce(confidence, 0)", "double precision"],
  label: ['search collate "C"', "text"],
  code: ['code collate "C"', "text"],
  state: [`array_position(array[${STATES.map((state) => `'${state}'`).join(",")}], state)`, "double precision"],
};

/** A page of the items of `project` that `asked` describes. A cursor that is none gives the first page. */
export async function listItems(db: Queries, project: string, asked: ItemsAsked = {}): Promise<ItemPage> {
  const { sort = "position", limit = 200, cursor } = asked;
  const { where, parameters } = conditionsOf(project, asked);
  const [key, type] = SORT_KEYS[sort];
  const given: Parameter[] = [...parameters];
  const after = readCursor(cursor, type);
  const beyond = after
    ? `and (${key}, position, id) > ($${given.push(after[0])}::${type}, $${given.push(after[1])}::int, $${given.push(after[2])}::bigint)`
    : "";
  const rows = await db.query<ItemRow & { readonly sort_key: string | number }>(
    `select *, ${key} as sort_key from item_listed where ${where} ${beyond}
     order by ${key}, position, id limit $${given.push(limit + 1)}::int`,
    given,
  );
  const [counted] = await db.query<{ total: number }>(
    `select count(*) as total from item_listed where ${where}`,
    parameters,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(summaryOf),
    total: counted!.total,
    next: rows.length > limit && last ? writeCursor([last.sort_key, last.position, last.id]) : null,
  };
}

type Cursor = readonly [key: string | number, position: number, id: number];

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function readCursor(text: string | undefined, type: "double precision" | "text"): Cursor | undefined {
  if (text === undefined) return undefined;
  try {
    const [key, position, id] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    const fits = typeof key === (type === "text" ? "string" : "number");
    return fits && Number.isInteger(position) && Number.isInteger(id) ? ([key, position, id] as Cursor) : undefined;
  } catch {
    return undefined;
  }
}
