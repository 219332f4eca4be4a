import type { CellObject } from "write-excel-file/node";

const FORMULA = /^[=+\-@\t\r]/;
/** What Excel takes in a cell. */
const LONGEST = 32_767;

/** A cell of text; what a spreadsheet would take for a formula is made harmless. */
export function text(value: string): CellObject {
  const harmless = (FORMULA.test(value) ? `'${value}` : value)
    // no characters of XML: the workbook would not open
    .replace(/[\ufffe\uffff]/g, "")
    // Excel reads _x0041_ as A
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return { value: harmless.slice(0, LONGEST), type: String };
}

/** A row of column titles. */
export function titles(names: readonly string[]): CellObject[] {
  return names.map((name) => ({ value: name, type: String, fontWeight: "bold" }));
}
