/** Computes the items of a project from its history again: what the tables say must be what the events say. */
import { isDeepStrictEqual } from "node:util";
import type { Database, Queries } from "./database.ts";
import type { EventRow } from "./events.ts";
import { askedId } from "./ids.ts";
import { lockStates, stateOf, updateItems } from "./item-rows.ts";
import { type ItemState, replay, type Step } from "./item-state.ts";

/** Items at a time: their proposals are held in memory. */
const CHUNK = 500;

export type Rebuilt = {
  readonly items: number;
  /** Items whose columns said something else than their events; they are mended. */
  readonly mended: readonly number[];
};

/** Rebuilds the items of a project; nobody can write to it meanwhile. */
export function rebuild(db: Database, project: string): Promise<Rebuilt> {
  return db.transaction(async (queries) => {
    const id = askedId(project);
    await queries.query("select id from project where id = $1 for update", [id]);
    const found = await queries.query<{ id: number }>("select id from item where project = $1 order by id", [id]);
    const ids = found.map((row) => row.id);
    const positions = await positionsOf(queries, id);
    const mended: number[] = [];
    for (let from = 0; from < ids.length; from += CHUNK) {
      mended.push(...(await rebuildSome(queries, id, ids.slice(from, from + CHUNK), positions)));
    }
    return { items: ids.length, mended };
  });
}

async function rebuildSome(
  queries: Queries,
  project: string,
  ids: readonly number[],
  positions: ReadonlyMap<number, number>,
): Promise<number[]> {
  const rows = await lockStates(queries, project, ids);
  const events = await queries.query<Step & Pick<EventRow, "item">>(
    "select id, item, kind, before, after from event where item = any($1::bigint[]) order by id",
    [ids],
  );
  const steps = new Map<number, Step[]>(ids.map((id) => [id, []]));
  for (const event of events) steps.get(event.item!)!.push(event);
  const different = new Map<number, ItemState>();
  for (const [id, own] of steps) {
    const replayed = replay(own)!;
    const state = { ...replayed, row: { ...replayed.row, position: positions.get(id) ?? replayed.row.position } };
    if (!isDeepStrictEqual(state, stateOf(rows.get(id)!))) different.set(id, state);
  }
  await updateItems(queries, different, "all");
  return [...different.keys()];
}

/** The place of each item in the latest import that has it. */
async function positionsOf(queries: Queries, project: string): Promise<Map<number, number>> {
  const imports = await queries.query<{ after: { readonly order: readonly number[] } }>(
    "select after from event where project = $1 and kind = 'catalogue-imported' order by id",
    [project],
  );
  return new Map(imports.flatMap(({ after }) => after.order.map((item, position) => [item, position] as const)));
}
