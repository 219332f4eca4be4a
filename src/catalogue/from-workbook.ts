/** A spreadsheet as the CSV files that it would be saved as: one a sheet, UTF-8, semicolons. */
import { extname } from "node:path";
import readXlsxFile from "read-excel-file/node";
import { errorAt } from "./problems.ts";
import type { InputFile } from "./table.ts";
import type { Problem } from "./types.ts";

/** True for the bytes of a workbook of Excel (.xlsx). */
export function isWorkbook({ name, bytes }: InputFile): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && /^\.xls[xm]$/i.test(extname(name));
}

/**
 * The sheets of `file` that hold anything, or why it cannot be read. A workbook with one sheet keeps its name; of
 * several each has the name of the sheet first, which may tell what it is (`LOINC_3`).
 */
export async function workbookFiles(file: InputFile): Promise<InputFile[] | Problem> {
  const base = file.name.slice(0, -extname(file.name).length);
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(file.bytes));
  } catch {
    const message =
      "Ce classeur ne peut pas être lu : ouvrez-le dans le tableur, enregistrez-le en .xlsx ou en CSV, et redonnez-le.";
    return errorAt({ file: file.name }, "unreadable-workbook", message);
  }
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cellText(cell) !== "")));
  return filled.map(({ sheet, data }) => ({
    name: filled.length === 1 ? `${base}.csv` : `${sheet.replace(/[\\/]/g, "_")} (${base}).csv`,
    bytes: Buffer.from(data.map((row) => `${row.map(csvCell).join(";")}\r\n`).join(""), "utf8"),
  }));
}

function csvCell(value: unknown): string {
  const text = cellText(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
