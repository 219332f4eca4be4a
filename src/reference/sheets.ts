/** Tables that people publish in workbooks or as CSV: rows of texts, whatever their layout. */
import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { errorAt, type Problem } from "../loinc/problem.ts";
import type { Source } from "./source.ts";

export type Sheet = {
  /** Of a CSV file: its base name. */
  readonly name: string;
  /** As messages call it: the file, and the sheet when there are several. */
  readonly place: string;
  /** Row `i` is line `i + 1` of the sheet; cells are trimmed. */
  readonly rows: readonly (readonly string[])[];
};

/** The sheets of a workbook, or the one of a CSV file; or why it cannot be read. */
export async function readSheets(source: Source): Promise<readonly Sheet[] | Problem> {
  return source.form === "workbook" ? readWorkbook(source) : readCsv(source);
}

async function readWorkbook({ path, name }: Source): Promise<readonly Sheet[] | Problem> {
  try {
    const sheets = await readXlsxFile(path);
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      place: sheets.length === 1 ? name : `${name}, feuille « ${sheet} »`,
      rows: data.map((row) => row.map(textOf)),
    }));
  } catch {
    const message =
      "Ce classeur est abîmé ou protégé : téléchargez-le de nouveau, ou ouvrez-le et enregistrez-le au format Excel (.xlsx).";
    return errorAt({ file: name }, "damaged-workbook", message);
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}

async function readCsv({ path, name }: Source): Promise<readonly Sheet[] | Problem> {
  const bytes = await readFile(path);
  const text = isUtf8(bytes) ? bytes.toString("utf8") : new TextDecoder("windows-1252").decode(bytes);
  const head = text.slice(0, 4096).split(/\r?\n/, 1)[0]!;
  const delimiter = [";", "\t", ",", "|"].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  );
  try {
    // the lines of records that span several are those of their first
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    const rows: string[][] = [];
    for (const { info, record } of parsed) {
      while (rows.length < info.lines - 1) rows.push([]);
      rows.push(record.map((cell) => cell.trim()));
    }
    return [{ name, place: name, rows }];
  } catch (error) {
    const { lines = 0 } = error as { lines?: number };
    const message =
      "Le fichier CSV est abîmé à partir de cette ligne (guillemet non refermé ?) : téléchargez-le de nouveau.";
    return errorAt({ file: name, line: lines }, "damaged-csv", message);
  }
}
