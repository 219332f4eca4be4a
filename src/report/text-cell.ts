import type { CellObject } from "write-excel-file/node";

const FORMULA = /^[=+\-@\t\r]/;
/** What Excel takes in a cell. */
const LONGEST = 32_767;

/** `value` as a cell of a spreadsheet; what would be taken for a formula is made harmless. */
export function textCell(value: string): CellObject {
  const harmless = (FORMULA.test(value) ? `'${value}` : value)
    // no characters of XML: the workbook would not open
    .replace(/[\ufffe\uffff]/g, "")
    // Excel reads _x0041_ as A
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return { value: harmless.slice(0, LONGEST), type: String };
}
