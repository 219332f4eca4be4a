/** What a new export of the catalogue changes, by the rule of `diffCatalogues`: rows in the place of a catalogue's items. */
import { diffCatalogues, type ItemDiff } from "../catalogue/diff.ts";
import { sameUnitBy } from "../catalogue/spelling.ts";
import { loadUnits } from "../lexicon/load-lexicon.ts";
import { catalogueOfRows, rowKey } from "./rows-of-catalogue.ts";
import type { Row } from "./types.ts";

/** `meaning`: whether the change bears on the code. */
export type FieldChange = {
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly meaning: boolean;
};

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

/**
 * The differences between two lists of rows, each row named by level, parent and code. Positions are not compared. What
 * changes around a row counts when the row means something by it: an analysis without specimen has that of its exam.
 */
export function diffRows(before: readonly Row[], after: readonly Row[]): CatalogueDiff {
  const old = new Map(before.map((row) => [rowKey(row), row]));
  const fresh = new Map(after.map((row) => [rowKey(row), row]));
  const items = diffCatalogues(catalogueOfRows(before), catalogueOfRows(after), { sameUnit: sameUnit() });
  const changed = items
    .filter(({ status }) => status === "changed")
    .map(({ key, changes, again }) => ({
      before: old.get(rowKey(key))!,
      after: fresh.get(rowKey(key))!,
      fields: changes.map(fieldChange),
      reopens: again,
    }));
  return {
    added: after.filter((row) => !old.has(rowKey(row))),
    removed: before.filter((row) => !fresh.has(rowKey(row))),
    changed,
    unchanged: items.filter(({ status }) => status === "same").length,
  };
}

function fieldChange({ field, from, to, weight }: ItemDiff["changes"][number]): FieldChange {
  return { field, before: from, after: to, meaning: weight === "meaning" };
}

let alike: ReturnType<typeof sameUnitBy> | undefined;

/** Reads the table of units when it is first needed. */
function sameUnit(): ReturnType<typeof sameUnitBy> {
  alike ??= sameUnitBy(loadUnits());
  return alike;
}
