/** A mapping of local codes to LOINC as somebody handed it over, whatever form it had. */
import type { ItemKey } from "../catalogue/source-file.ts";
import type { Catalogue, Problem } from "../catalogue/types.ts";

/** One local item with one code. An item that has several codes is there once for each. */
export type MappedRow = ItemKey & {
  /** The local code as it is written; `code` is it made unique where the table gives it to several rows. */
  readonly shown: string;
  readonly label: string;
  /** As written, even when it is no LOINC code; empty when the item has none. */
  readonly loinc: string;
  /** The LOINC name beside the code; empty when there is none. */
  readonly name: string;
  /** Base name. */
  readonly file: string;
  /** From 1; of a ConceptMap the number of the element. */
  readonly line: number;
};

export type TableFormat = "sgl" | "csv" | "xlsx" | "sssom" | "conceptmap";

export type MappingTable = {
  readonly format: TableFormat;
  readonly rows: readonly MappedRow[];
  /** What the table says of the items themselves: labels, units, specimens, exams. */
  readonly catalogue: Catalogue;
  /** What each column was read as, for people: `[["LOINC", "Code LOINC"], …]`; empty for formats that leave no choice. */
  readonly columns: readonly (readonly [field: string, heading: string])[];
  readonly problems: readonly Problem[];
};
