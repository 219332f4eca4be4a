/** What a new export of the catalogue changes. Pure. */
import { fold } from "../lexicon/normalise.ts";
import { rowKey } from "./rows-of-catalogue.ts";
import type { Row, RowFields } from "./types.ts";

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

export type RowDiff = {
  readonly before: Row;
  readonly after: Row;
  readonly fields: readonly FieldChange[];
  /** Whether the row may mean something else now, so that a decision on it must be looked at again. */
  readonly reopens: boolean;
};

export type CatalogueDiff = {
  readonly added: readonly Row[];
  readonly removed: readonly Row[];
  readonly changed: readonly RowDiff[];
  readonly unchanged: number;
};

/** Fields that bear on the code. The others (synonym, acts, place in the catalogue) change without reopening. */
const MEANINGFUL: ReadonlySet<string> = new Set([
  "label",
  "property",
  "unitCode",
  "unit",
  "time",
  "specimenCode",
  "specimen",
  "scale",
  "method",
  "analyses",
]);

/** The differences between two lists of rows, each row named by level, parent and code. Positions are not compared. */
export function diffRows(before: readonly Row[], after: readonly Row[]): CatalogueDiff {
  const old = new Map(before.map((row) => [rowKey(row), row]));
  const fresh = new Set(after.map(rowKey));
  const pairs = after.flatMap((row) => {
    const was = old.get(rowKey(row));
    return was === undefined ? [] : [diffRow(was, row)];
  });
  const changed = pairs.filter(({ fields }) => fields.length > 0);
  return {
    added: after.filter((row) => !old.has(rowKey(row))),
    removed: before.filter((row) => !fresh.has(rowKey(row))),
    changed,
    unchanged: pairs.length - changed.length,
  };
}

/** What is different in one row. */
export function diffRow(before: Row, after: Row): RowDiff {
  const was = comparable(before);
  const is = comparable(after);
  const fields = Object.keys(is).flatMap((field): FieldChange[] =>
    was[field] === is[field] ? [] : [{ field, before: was[field] ?? "", after: is[field]! }],
  );
  return { before, after, fields, reopens: fields.some(mattersToCode) };
}

/** A unit is meant letter by letter (`mg` is no `Mg`); elsewhere case, accents and punctuation are spelling. */
function mattersToCode({ field, before, after }: FieldChange): boolean {
  if (!MEANINGFUL.has(field)) return false;
  if (field === "unit" || field === "unitCode") return true;
  return wordsOf(before) !== wordsOf(after);
}

function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}%+]+/gu, " ")
    .trim();
}

function comparable({ label, chapter, subchapter, fields }: Row): Record<string, string> {
  const texts = Object.entries(fields).map(([field, value]): [string, string] => [
    field,
    typeof value === "string" ? value : (value as RowFields["nabm"]).join(", "),
  ]);
  return { label, chapter, subchapter, ...Object.fromEntries(texts) };
}
