/** A new export of the catalogue: what it changes is shown, then applied; decisions stay, or are reopened with a reason. */
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { Problem } from "../catalogue/types.ts";
import { type CatalogueDiff, diffRow, diffRows, type RowDiff } from "./catalogue-diff.ts";
import type { Database, Queries } from "./database.ts";
import { appendEvents, type NewEvent, type Stamp, stampOf } from "./events.ts";
import { askedId } from "./ids.ts";
import { lockStates, type StateRow, stateOf, updateItems } from "./item-rows.ts";
import { applyStep, type ItemState } from "./item-state.ts";
import { may } from "./may.ts";
import { catalogueImported, importRows } from "./projects.ts";
import { refuse } from "./refusal.ts";
import { isSettled, reopened } from "./review-actions.ts";
import { rowKey, rowsOfCatalogue } from "./rows-of-catalogue.ts";
import { importedFiles, keepFiles } from "./source-files.ts";
import type { Actor, Refusal, Review, Row, StoredFile } from "./types.ts";

/** What importing `files` into a project would change; nothing is stored. */
export async function planReimport(db: Queries, project: string, files: readonly StoredFile[]): Promise<CatalogueDiff> {
  const rows = await db.query<StateRow>("select * from item where project = $1 and not removed order by position, id", [
    askedId(project),
  ]);
  return diffRows(
    rows.map((row) => stateOf(row).row),
    rowsOfCatalogue(readCatalogue(files).catalogue),
  );
}

export type Reimported = {
  readonly diff: CatalogueDiff;
  /** Decisions that must be looked at again. */
  readonly reopened: number;
  readonly problems: readonly Problem[];
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
): Promise<Reimported | Refusal> {
  if (!may(actor, "import")) return refuse("not-allowed", "Seul un gestionnaire importe un catalogue.");
  const { catalogue, problems } = readCatalogue(files);
  const rows = rowsOfCatalogue(catalogue);
  if (rows.length === 0) {
    const message = "Aucune ligne n'a pu être lue dans ces fichiers : corrigez-les, puis recommencez.";
    return refuse("nothing-to-do", message, problems);
  }
  return db.transaction(async (queries) => {
    const id = askedId(project);
    const [found] = await queries.query<{ version: number }>(
      "update project set catalogue_version = catalogue_version + 1 where id = $1 returning catalogue_version as version",
      [id],
    );
    if (found === undefined) return refuse("not-found", "Ce projet n'existe pas.");
    const stamp = stampOf(actor);
    await keepFiles(queries, importedFiles(id, found.version), files);
    const there = await allItems(queries, id);
    const diff = diffRows(
      there.filter(({ removed }) => !removed).map((item) => stateOf(item).row),
      rows,
    );
    const reopenedRows = await changeItems(queries, stamp, id, there, rows);
    const known = new Map(there.map((item) => [rowKey(item), item.id]));
    const added = rows.filter((row) => !known.has(rowKey(row)));
    const ids = await importRows(queries, stamp, id, added);
    added.forEach((row, i) => known.set(rowKey(row), ids[i]!));
    const order = rows.map((row) => known.get(rowKey(row))!);
    await appendEvents(queries, stamp, [catalogueImported(id, found.version, files, order)]);
    return { diff, reopened: reopenedRows, problems };
  });
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
): Promise<number> {
  const fresh = new Map(rows.map((row) => [rowKey(row), row]));
  const states = new Map<number, ItemState>();
  const events: (NewEvent & { readonly item: number })[] = [];
  for (const item of there) {
    const own = eventsOf(item, fresh.get(rowKey(item))).map((event) => ({ ...event, project, item: item.id }));
    events.push(...own);
    const after = own.reduce<ItemState>(
      (state, { kind, before = null, after: change }) => applyStep(state, { id: 0, kind, before, after: change }),
      stateOf(item),
    );
    const position = fresh.get(rowKey(item))?.position ?? item.position;
    if (own.length > 0 || position !== item.position)
      states.set(item.id, { ...after, row: { ...after.row, position } });
  }
  await appendEvents(queries, stamp, events);
  await updateItems(queries, states, "all");
  return events.filter(({ kind }) => kind === "reopened").length;
}

function eventsOf(item: StateRow, after: Row | undefined): NewEvent[] {
  const { row, removed, review } = stateOf(item);
  if (after === undefined) return removed ? [] : [{ kind: "row-removed", before: row, after: null }];
  const diff = diffRow(row, after);
  if (!removed && diff.fields.length === 0) return [];
  const events: NewEvent[] = [{ kind: removed ? "row-restored" : "row-changed", before: row, after }];
  if (diff.reopens && isSettled(review)) {
    const reason = whatChanged(diff);
    const next: Review = reopened(review, reason);
    events.push({ kind: "reopened", before: review, after: next, reason });
  }
  return events;
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  label: "libellé",
  property: "grandeur",
  unitCode: "code unité",
  unit: "unité",
  time: "temporalité",
  specimenCode: "code milieu",
  specimen: "milieu",
  scale: "échelle",
  method: "technique",
  analyses: "analyses",
};

function whatChanged({ fields }: RowDiff): string {
  const named = fields.flatMap(({ field, before, after }) =>
    FIELD_NAMES[field] === undefined ? [] : [`${FIELD_NAMES[field]} « ${before} » → « ${after} »`],
  );
  return `La ligne a changé dans le catalogue : ${named.join(", ")}.`;
}
