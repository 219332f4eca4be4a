/** A mapping in a CSV or TSV file of any layout. */

import type { Limits } from "../catalogue/limits.ts";
import { errorAt } from "../catalogue/problems.ts";
import { checkText, type InputFile, recordsOf } from "../catalogue/table.ts";
import { buildMapping } from "./build-mapping.ts";
import type { Readers } from "./column-facts.ts";
import { type ChosenColumns, findColumns } from "./columns.ts";
import type { Field } from "./fields.ts";
import type { MappingTable, TableFormat } from "./mapping.ts";

export type ReadOptions = {
  readonly columns: ChosenColumns;
  readonly readers: Readers;
  readonly limits?: Limits;
  /** Of a workbook: the sheet's name; the first one with LOINC codes unless said otherwise. */
  readonly sheet?: string | undefined;
};

/** The mapping that the text of `file` holds. Never throws on what is in it. */
export function readCsvMapping(file: InputFile, options: ReadOptions): MappingTable {
  const text = checkText(file, options.limits ?? {});
  if ("severity" in text) return nothing("csv", [text]);
  const { filled, problems } = recordsOf(text, text.detected.encoding);
  const kept = problems.filter(({ code }) => code !== "other-separator" && code !== "mixed-line-ends");
  const cells = filled.map((record) => ({ line: record.line, cells: record.cells }));
  const read = mappingOfCells("csv", cells, file.name, options);
  return { ...read, problems: [...kept, ...read.problems] };
}

/** The mapping in rows of cells, the first of which may be headings. */
export function mappingOfCells(
  format: TableFormat,
  records: readonly { readonly line: number; readonly cells: readonly string[] }[],
  file: string,
  { columns, readers }: ReadOptions,
): MappingTable {
  const found = findColumns(
    records.map(({ cells }) => cells),
    columns,
    readers,
    file,
  );
  if (found.problems.some(({ severity }) => severity === "error")) return nothing(format, found.problems);
  const headings = found.header ? records[0]!.cells : [];
  const data = found.header ? records.slice(1) : records;
  const places = [...found.places];
  const rows = data.map(({ line, cells }) => ({
    line,
    fields: Object.fromEntries(places.map(([field, place]) => [field, cells[place] ?? ""])) as Partial<
      Record<Field, string>
    >,
  }));
  const built = buildMapping(rows, file);
  const empty = errorAt(
    { file },
    "no-rows",
    "Le fichier ne contient aucune ligne de données : vérifiez que c'est la bonne table.",
  );
  return {
    format,
    ...built,
    columns: places.map(([field, place]) => [field, headings[place]?.trim() || `colonne ${place + 1}`]),
    problems: built.rows.length === 0 ? [...found.problems, empty] : found.problems,
  };
}

export function nothing(format: TableFormat, problems: MappingTable["problems"]): MappingTable {
  return { format, rows: [], catalogue: { chapters: [], exams: [], analyses: [] }, columns: [], problems };
}
