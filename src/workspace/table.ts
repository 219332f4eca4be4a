/** The transcoding table of a project: what people decided, row by row. */
import type { TranscodingTable } from "../transcoding/decide.ts";
import type { Queries } from "./database.ts";
import { askedId } from "./ids.ts";
import type { StateRow } from "./item-rows.ts";
import { isSettled } from "./review-actions.ts";
import { rowKey } from "./rows-of-catalogue.ts";
import type { DecisionKind, Level, Review, Row } from "./types.ts";

/** A row of the table; a row that is not decided, or was reopened, has kind `undecided` and no code. */
export type TableRow = {
  readonly level: Level;
  readonly parent: string;
  readonly code: string;
  readonly label: string;
  readonly kind: DecisionKind | "undecided";
  readonly loinc: string;
  readonly name: string;
  readonly waitingCode: string;
};

/** Which decisions count: all that stand, or only those that somebody signed. */
export type Counting = "settled" | "signed";

/** The table of a project, in the order of the catalogue. */
export async function tableRows(db: Queries, project: string, counting: Counting = "settled"): Promise<TableRow[]> {
  const rows = await db.query<Pick<StateRow, "level" | "parent" | "code" | "label" | "review">>(
    "select level, parent, code, label, review from item where project = $1 and not removed order by position, id",
    [askedId(project)],
  );
  return rows.map(({ review, ...row }) => tableRowOf({ ...row, ...review }, counting));
}

/** The row of the table that an item makes. */
export function tableRowOf(
  item: Pick<Row, "level" | "parent" | "code" | "label"> & Review,
  counting: Counting = "settled",
): TableRow {
  const { level, parent, code, label, state, decision } = item;
  const counts = counting === "signed" ? state === "signed" : isSettled(item);
  const kind = counts && decision !== undefined ? decision.kind : "undecided";
  const { loinc = "", name = "", waitingCode = "" } = kind === "undecided" ? {} : decision!;
  return { level, parent, code, label, kind, loinc, name, waitingCode };
}

/** `rows` as `sglFile`, `sglCells` and `checkDecisions` take them. */
export function transcodingTable(rows: readonly TableRow[]): TranscodingTable {
  const decisions = rows.map(({ level, code, parent, loinc, name }) => ({ level, code, parent, loinc, name }));
  const byKey = new Map(decisions.map((decision) => [rowKey(decision), decision]));
  return { decisions, get: (level, code, parent = "") => byKey.get(rowKey({ level, code, parent })) };
}

/** `rows` as text that is always the same for the same table: a JSON array a line, sorted by level, parent and code. */
export function canonicalTable(rows: readonly TableRow[]): string {
  const lines = rows.map(({ level, parent, code, label, kind, loinc, name, waitingCode }) =>
    JSON.stringify([LEVELS[level], parent, code, label, kind, loinc, name, waitingCode]),
  );
  return lines
    .sort((a, b) => (a < b ? -1 : 1))
    .map((line) => `${line}\n`)
    .join("");
}

/** Numbers, so that levels sort in the order of the catalogue. */
const LEVELS: { readonly [level in Level]: string } = {
  chapter: "1-chapter",
  subchapter: "2-subchapter",
  exam: "3-exam",
  analysis: "4-analysis",
};
