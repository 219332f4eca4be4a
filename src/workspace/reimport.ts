/** A new export of the catalogue: what it changes is shown, then applied; decisions stay, or are reopened with a reason. */
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../catalogue/types.ts";
import { clearArrival, sendAhead, settle } from "./arriving-rows.ts";
import { type CatalogueDiff, diffRows, type RowDiff } from "./catalogue-diff.ts";
import { catalogueImported, goOn, type ImportOptions, noLongerWaits } from "./create-project.ts";
import type { Database, Queries } from "./database.ts";
import { appendEvents, type NewEvent, type Stamp, stampOf } from "./events.ts";
import { askedId } from "./ids.ts";
import { holdStagedImport } from "./import-staging.ts";
import { countAgain, lockStates, type StateRow, stateOf, updateItems } from "./item-rows.ts";
import { applyStep, type ItemState } from "./item-state.ts";
import { may } from "./may.ts";
import { type RowReader, readRows, readToImport } from "./read-rows.ts";
import { isRefusal, refuse } from "./refusal.ts";
import { isSettled, reopened } from "./review-actions.ts";
import { rowKey } from "./rows-of-catalogue.ts";
import { importedFiles, keepFiles } from "./source-files.ts";
import type { Actor, Refusal, Review, Row, StoredFile } from "./types.ts";

/** What importing `files` into a project would change; nothing is stored. */
export async function planReimport(
  db: Queries,
  project: string,
  files: readonly StoredFile[],
  read: RowReader = readRows,
): Promise<CatalogueDiff> {
  const { rows: after } = await read(files);
  const rows = await db.query<StateRow>("select * from item where project = $1 and not removed order by position, id", [
    askedId(project),
  ]);
  return diffRows(rowsOf(rows), after);
}

export type Reimported = {
  readonly diff: CatalogueDiff;
  /** Decisions that must be looked at again. */
  readonly reopened: number;
  readonly problems: readonly Problem[];
  /** The job that proposes codes, when one began. */
  readonly job?: string;
};

/**
 * Makes `files` the project's catalogue. Rows that are gone keep their history out of sight, and come back with it;
 * new ones are added; a decision is reopened when its row may mean something else now. Proposals are stored anew
 * afterwards.
 */
export async function reimport(
  db: Database,
  actor: Actor,
  project: string,
  files: readonly StoredFile[],
  { read = readRows, staged }: ImportOptions = {},
): Promise<Reimported | Refusal> {
  if (!may(actor, "import")) return refuse("not-allowed", "Seul un gestionnaire importe un catalogue.");
  const found = await readToImport(files, read);
  if (isRefusal(found)) return found;
  const { rows, problems } = found;
  const done = await db.transaction(async (queries) => {
    if (staged !== undefined && !(await holdStagedImport(queries, staged))) return noLongerWaits();
    const id = askedId(project);
    const [next] = await queries.query<{ version: number }>(
      "update project set catalogue_version = catalogue_version + 1 where id = $1 returning catalogue_version as version",
      [id],
    );
    if (next === undefined) return refuse("not-found", "Ce projet n'existe pas.");
    const stamp = stampOf(actor);
    await keepFiles(queries, importedFiles(id, next.version), files);
    const there = await allItems(queries, id);
    const whole = diffRows(rowsOf(there), rows);
    const seen = there.filter(({ removed }) => !removed);
    const diff = seen.length === there.length ? whole : diffRows(rowsOf(seen), rows);
    const reopenedRows = await changeItems(queries, stamp, id, there, rows, whole.changed);
    const known = new Map(there.map((item) => [rowKey(item), item.id]));
    const added = rows.filter((row) => !known.has(rowKey(row)));
    const arrival = await sendAhead(queries, added);
    const ids = await settle(queries, stamp, id, arrival);
    await clearArrival(queries, arrival);
    added.forEach((row, i) => known.set(rowKey(row), ids[i]!));
    const order = rows.map((row) => known.get(rowKey(row))!);
    await appendEvents(queries, stamp, [catalogueImported(id, next.version, files, order)]);
    const job = staged === undefined ? {} : { job: await goOn(queries, actor, id, staged) };
    return { diff, reopened: reopenedRows, problems, ...job };
  });
  if (!isRefusal(done)) await countAgain(db, done.diff.added.length);
  return done;
}

function rowsOf(items: readonly StateRow[]): Row[] {
  return items.map((item) => stateOf(item).row);
}

async function allItems(queries: Queries, project: string): Promise<StateRow[]> {
  const ids = await queries.query<{ id: number }>("select id from item where project = $1", [project]);
  const items = await lockStates(
    queries,
    project,
    ids.map(({ id }) => id),
  );
  return [...items.values()];
}

/** Brings the items that are there to what the new rows say; how many decisions were reopened. */
async function changeItems(
  queries: Queries,
  stamp: Stamp,
  project: string,
  there: readonly StateRow[],
  rows: readonly Row[],
  changed: readonly RowDiff[],
): Promise<number> {
  const fresh = new Map(rows.map((row) => [rowKey(row), row]));
  const diffs = new Map(changed.map((diff) => [rowKey(diff.after), diff]));
  const states = new Map<number, ItemState>();
  const events: (NewEvent & { readonly item: number })[] = [];
  for (const item of there) {
    const key = rowKey(item);
    const own = eventsOf(item, fresh.get(key), diffs.get(key)).map((event) => ({ ...event, project, item: item.id }));
    events.push(...own);
    const after = own.reduce<ItemState>(
      (state, { kind, before = null, after: change }) => applyStep(state, { id: 0, kind, before, after: change }),
      stateOf(item),
    );
    const position = fresh.get(key)?.position ?? item.position;
    if (own.length > 0 || position !== item.position)
      states.set(item.id, { ...after, row: { ...after.row, position } });
  }
  await appendEvents(queries, stamp, events);
  await updateItems(queries, states, "all");
  return events.filter(({ kind, before }) => kind === "reopened" && isSettled(before as Review)).length;
}

function eventsOf(item: StateRow, after: Row | undefined, diff: RowDiff | undefined): NewEvent[] {
  const { row, removed, review } = stateOf(item);
  if (after === undefined) return removed ? [] : [{ kind: "row-removed", before: row, after: null }];
  const events: NewEvent[] = [];
  if (removed) events.push({ kind: "row-restored", before: row, after });
  else if (!isDeepStrictEqual(row, { ...after, position: row.position }))
    events.push({ kind: "row-changed", before: row, after });
  if (diff?.reopens) {
    const reason = whatChanged(diff);
    if (isSettled(review)) events.push({ kind: "reopened", before: review, after: reopened(review, reason), reason });
    // what was proposed for another meaning of the row is not to be accepted unseen
    else if (review.state === "proposed")
      events.push({ kind: "reopened", before: review, after: { ...review, state: "todo" }, reason });
  }
  return events;
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  label: "libellé",
  synonym: "synonyme",
  property: "grandeur",
  unit: "unité",
  time: "temporalité",
  specimen: "milieu",
  examSpecimen: "milieu de l'examen",
  scale: "échelle",
  method: "technique",
  analyses: "analyses",
};

function whatChanged({ fields }: RowDiff): string {
  const named = fields.flatMap(({ field, before, after, meaning }) =>
    meaning ? [`${FIELD_NAMES[field]} « ${before} » → « ${after} »`] : [],
  );
  return `La ligne a changé dans le catalogue : ${named.join(", ")}.`;
}
