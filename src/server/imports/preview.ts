/** What an import would bring, before anything is imported. */
import { COLUMNS } from "../../catalogue/columns.ts";
import { readCatalogue } from "../../catalogue/read-catalogue.ts";
import type { SourceFile } from "../../catalogue/source-file.ts";
import { checkText, type InputFile, readTable } from "../../catalogue/table.ts";
import type { FileKind, Problem } from "../../catalogue/types.ts";
import type { StagedImport } from "../../workspace/import-staging.ts";
import type { ImportPreview, PreviewFile } from "../schemas/imports.ts";

/** Rows shown of each file. */
const ROWS = 8;

type Read = {
  readonly kind: FileKind | null;
  readonly encoding: string;
  readonly separator: string;
  readonly header: boolean;
  readonly fields: readonly (string | undefined)[];
  readonly rows: readonly (readonly string[])[];
};

export function previewOf({ id, files, expiresAt }: StagedImport): ImportPreview {
  const { catalogue, files: read, problems } = readCatalogue(files);
  const names = new Set(files.map(({ name }) => name));
  return {
    id,
    expiresAt,
    files: files.map((file, i) => previewFile(String(i), file, read, problems)),
    problems: problems.filter((problem) => !names.has(problem.file)),
    counts: {
      chapters: catalogue.chapters.length,
      subchapters: catalogue.chapters.reduce((sum, chapter) => sum + chapter.subchapters.length, 0),
      exams: catalogue.exams.length,
      analyses: catalogue.analyses.length,
    },
  };
}

function previewFile(
  id: string,
  file: InputFile,
  read: readonly SourceFile[],
  problems: readonly Problem[],
): PreviewFile {
  const source = read.find(({ name }) => name === file.name);
  const { kind, encoding, separator, header, fields, rows } = source ? accepted(source) : refusedFile(file);
  const width = Math.max(fields.length, ...rows.slice(0, ROWS).map((row) => row.length));
  return {
    ...{ id, kind, encoding, separator, header },
    name: file.name,
    bytes: file.bytes.length,
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      heading: header ? (rows[0]?.[index]?.trim() ?? "") : "",
      field: fields[index] ?? null,
    })),
    fields: kind === null ? [] : COLUMNS[kind].map(({ field, title, mandatory }) => ({ field, title, mandatory })),
    firstRows: rows.slice(header ? 1 : 0, ROWS + (header ? 1 : 0)).map((row) => [...row]),
    rows: rows.length - (header ? 1 : 0),
    problems: problems.filter((problem) => problem.file === file.name),
  };
}

function accepted({ kind, encoding, separator, header, fields, records }: SourceFile): Read {
  const rows = records.filter(({ role }) => role !== "blank").map(({ cells }) => cells);
  return { kind, encoding, separator, header, fields, rows };
}

/** A file that was refused is shown all the same when it is text: then a person can say what it is. */
function refusedFile(file: InputFile): Read {
  const kind = file.kind ?? null;
  const nothing: Read = { kind, encoding: "", separator: "", header: false, fields: [], rows: [] };
  const text = checkText(file, {});
  if ("severity" in text) return nothing;
  const as = { ...file, kind: kind ?? ("analyses" as const), reading: { columns: {} } };
  const table = readTable({ ...text, file: as }, text.detected.encoding);
  if ("severity" in table) return nothing;
  const { encoding, layout, filled } = table;
  return { ...nothing, encoding, separator: layout.separator, rows: filled.map(({ cells }) => cells) };
}
