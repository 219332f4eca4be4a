/** Items in the database: their columns, and what is read back. */
import { fold } from "../lexicon/normalise.ts";
import type { Queries } from "./database.ts";
import type { ItemState } from "./item-state.ts";
import { jsonText } from "./storable-text.ts";
import {
  type ItemSummary,
  type Level,
  type ProposalSummary,
  type Review,
  type Row,
  type RowFields,
  STATEABLE,
  type Stateable,
} from "./types.ts";
import { type Column, type Columns, updateMany } from "./write-many.ts";

/** A row of the table. */
export type StateRow = {
  readonly id: number;
  readonly project: string;
  readonly level: Level;
  readonly parent: string;
  readonly code: string;
  readonly label: string;
  readonly chapter: string;
  readonly subchapter: string;
  readonly position: number;
  readonly fields: RowFields;
  readonly removed: boolean;
  readonly version: number;
  readonly review: Review;
  readonly state: Review["state"];
  readonly proposal_event: number | null;
  readonly band: ProposalSummary["band"] | null;
  readonly confidence: number | null;
  readonly best_loinc: string | null;
  readonly best_name: string | null;
  readonly question: string | null;
  readonly verdicts: string | null;
  readonly comments: number;
};

/** A row of the view `item_listed`: an item with what stands around it. */
export type ItemRow = StateRow & {
  readonly chapter_label: string;
  readonly exam_label: string;
  readonly specialty: string;
  readonly second_wanted: boolean;
};

/** An item as lists show it. */
export function summaryOf(row: ItemRow): ItemSummary {
  const { id, project, level, parent, code, label, chapter, subchapter, position, fields, removed, version } = row;
  const proposal = proposalOf(row);
  return {
    ...{ id, project, level, parent, code, label, chapter, subchapter, position, removed, version },
    ...row.review,
    specialty: row.specialty,
    secondWanted: row.second_wanted,
    chapterLabel: row.chapter_label,
    exam: row.exam_label,
    unit: fields.unit || fields.unitCode,
    specimen: fields.specimen || fields.specimenCode,
    method: fields.method,
    missing: missingOf(level, fields),
    comments: row.comments,
    ...(proposal && { proposal }),
  };
}

/** What a row does not state, of what its level may state. */
function missingOf(level: Level, fields: RowFields): Stateable[] {
  if (level === "chapter" || level === "subchapter") return [];
  const stated: { readonly [field in Stateable]: boolean } = {
    unit: fields.unit !== "" || fields.unitCode !== "",
    specimen: fields.specimen !== "" || fields.specimenCode !== "",
    method: fields.method !== "",
    property: fields.property !== "",
    time: fields.time !== "",
    scale: fields.scale !== "",
    nabm: fields.nabm.length > 0,
  };
  const may: readonly Stateable[] = level === "exam" ? ["specimen", "nabm"] : STATEABLE;
  return may.filter((field) => !stated[field]);
}

function proposalOf(row: StateRow): ProposalSummary | undefined {
  if (row.band === null) return undefined;
  return {
    band: row.band,
    confidence: row.confidence ?? 0,
    loinc: row.best_loinc ?? "",
    name: row.best_name ?? "",
    question: row.question ?? "",
    verdicts: row.verdicts ?? "",
  };
}

/** The state of an item as its columns hold it. */
export function stateOf(row: StateRow): ItemState {
  const { level, parent, code, label, chapter, subchapter, position, fields, removed, review, version, comments } = row;
  const proposal = proposalOf(row);
  return {
    row: { level, parent, code, label, chapter, subchapter, position, fields },
    ...{ removed, review, version, comments },
    ...(proposal && { proposal: { ...proposal, event: row.proposal_event! } }),
  };
}

/** What searching a row looks through, and sorting by label goes by. */
export function searchText({ label, code, fields }: Pick<Row, "label" | "code" | "fields">): string {
  return fold(`${label} ${code} ${fields.synonym}`);
}

/**
 * Writes the states of items that are there; the caller has locked them. `part` says what of them may have changed:
 * `review` leaves out what the catalogue says, which is most of it.
 */
export async function updateItems(
  queries: Queries,
  states: ReadonlyMap<number, ItemState>,
  part: "all" | "review" = "review",
): Promise<void> {
  if (states.size === 0) return;
  const values = [...states.values()];
  const columns = part === "all" ? { ...rowColumns(values), ...reviewColumns(values) } : reviewColumns(values);
  await updateMany(queries, "item", { id: ["bigint", [...states.keys()]], ...columns });
}

type ColumnOf = (type: string, value: (state: ItemState) => Column[1][number] | undefined) => Column;

function columnOf(states: readonly ItemState[]): ColumnOf {
  return (type, value) => [type, states.map((state) => value(state) ?? null)];
}

function rowColumns(states: readonly ItemState[]): Columns {
  const column = columnOf(states);
  return {
    level: column("text", ({ row }) => row.level),
    parent: column("text", ({ row }) => row.parent),
    code: column("text", ({ row }) => row.code),
    label: column("text", ({ row }) => row.label),
    chapter: column("text", ({ row }) => row.chapter),
    subchapter: column("text", ({ row }) => row.subchapter),
    position: column("int", ({ row }) => row.position),
    fields: column("jsonb", ({ row }) => jsonText(row.fields)),
    search: column("text", ({ row }) => searchText(row)),
    removed: column("boolean", ({ removed }) => removed),
  };
}

function reviewColumns(states: readonly ItemState[]): Columns {
  const column = columnOf(states);
  return {
    version: column("int", ({ version }) => version),
    review: column("jsonb", ({ review }) => jsonText(review)),
    proposal_event: column("bigint", ({ proposal }) => proposal?.event),
    band: column("text", ({ proposal }) => proposal?.band),
    confidence: column("double precision", ({ proposal }) => proposal?.confidence),
    best_loinc: column("text", ({ proposal }) => proposal?.loinc),
    best_name: column("text", ({ proposal }) => proposal?.name),
    question: column("text", ({ proposal }) => proposal?.question),
    verdicts: column("text", ({ proposal }) => proposal?.verdicts),
    comments: column("int", ({ comments }) => comments),
  };
}

/** Items of a project, locked until the transaction ends, always in the same order, so that no two wait for each other. */
export async function lockStates(
  queries: Queries,
  project: string,
  ids: readonly number[],
): Promise<Map<number, StateRow>> {
  const rows = await queries.query<StateRow>(
    "select * from item where project = $1 and id = any($2::bigint[]) order by id for update",
    [project, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** As `lockStates`, with what stands around each. */
export async function lockItems(
  queries: Queries,
  project: string,
  ids: readonly number[],
): Promise<Map<number, ItemRow>> {
  await queries.query("select id from item where project = $1 and id = any($2::bigint[]) order by id for update", [
    project,
    ids,
  ]);
  const rows = await queries.query<ItemRow>("select * from item_listed where project = $1 and id = any($2::bigint[])", [
    project,
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** From so many rows on the database counts again. */
const MANY = 100;

/**
 * Lets the database count its rows again when many were written: PGlite never does so by itself, and without counts it
 * reads thousands of rows one by one.
 */
export async function countAgain(queries: Queries, written: number): Promise<void> {
  if (written > MANY) await queries.script("analyze item; analyze event");
}
