/** A mapping in a sheet of an Excel workbook. */
import readWorkbook from "read-excel-file/node";
import { errorAt } from "../catalogue/problems.ts";
import type { InputFile } from "../catalogue/table.ts";
import type { MappingTable } from "./mapping.ts";
import { mappingOfCells, nothing, type ReadOptions } from "./read-csv.ts";
import { unpackedSize } from "./unpacked-size.ts";

/** A workbook that unpacks to more than this is no table of codes. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The mapping in the workbook `file`: in the sheet that was asked for, else in the first one with LOINC codes. Never throws on what is in it. */
export async function readWorkbookMapping(file: InputFile, options: ReadOptions): Promise<MappingTable> {
  const refuse = (code: string, message: string): MappingTable =>
    nothing("xlsx", [errorAt({ file: file.name }, code, message)]);
  const size = await unpackedSize(file.bytes).catch(() => undefined);
  if (size === undefined)
    return refuse(
      "damaged-workbook",
      "Ce classeur est abîmé ou protégé par un mot de passe : enregistrez-le de nouveau en .xlsx.",
    );
  if (size > MOST_BYTES)
    return refuse(
      "workbook-too-large",
      "Ce classeur est bien trop gros pour une table de codes : n'en gardez que la feuille utile.",
    );
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(Buffer.from(file.bytes));
  } catch {
    return refuse("damaged-workbook", "Ce classeur n'a pas pu être lu : enregistrez-le de nouveau en .xlsx.");
  }
  const read = sheets.map(({ sheet, data }) => ({ sheet, records: recordsOf(data) }));
  if (options.sheet !== undefined) {
    const wanted = read.find(({ sheet }) => sheet === options.sheet);
    if (wanted === undefined)
      return refuse(
        "no-such-sheet",
        `Il n'y a pas de feuille « ${options.sheet} » : ses feuilles sont ${read.map(({ sheet }) => sheet).join(", ")}.`,
      );
    return mappingOfCells("xlsx", wanted.records, file.name, options);
  }
  const tables = read.map(({ records }) => mappingOfCells("xlsx", records, file.name, options));
  return (
    tables.find((table) => table.rows.some(({ loinc }) => loinc !== "")) ??
    tables[0] ??
    refuse("no-rows", "Ce classeur n'a pas de feuille.")
  );
}

type Rows = Awaited<ReturnType<typeof readWorkbook>>[number]["data"];

function recordsOf(rows: Rows): { readonly line: number; readonly cells: readonly string[] }[] {
  return rows
    .map((cells, i) => ({ line: i + 1, cells: cells.map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** An apostrophe before a sign is how exports keep a cell from being a formula. */
function cellText(cell: Rows[number][number]): string {
  if (cell === null || cell === undefined) return "";
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return text.trim().replace(/^'(?=[=+\-@])/, "");
}
