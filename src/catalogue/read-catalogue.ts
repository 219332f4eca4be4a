/** The catalogue that the bytes of up to three files hold. No I/O here. */
import { buildCatalogue } from "./catalogue.ts";
import { chapterKey, subchapterKey } from "./chapter-keys.ts";
import type { RowOf } from "./columns.ts";
import { crossCheck } from "./cross-check.ts";
import { latestOfEachKind } from "./latest-export.ts";
import type { Limits } from "./limits.ts";
import { repeatedAnalyses, repeatedChapters, repeatedExams } from "./repeats.ts";
import { type ReadRows, readRows } from "./rows.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";
import { checkText, familyEncoding, type InputFile, readTable, type Table } from "./table.ts";
import type { Catalogue, FileKind, Problem } from "./types.ts";

export type ReadCatalogue = {
  readonly catalogue: Catalogue;
  /** The files that were read, LOINC_1 first; those that were refused are only in `problems`. */
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
};

/**
 * The catalogue that `files` hold, whatever their encodings and layouts, with everything that a person should know
 * about them. Any of the three kinds may be missing; of two files of one kind the latest by name is read. Never throws
 * on what is in the files.
 */
export function readCatalogue(files: readonly InputFile[], limits: Limits = {}): ReadCatalogue {
  const refused: Problem[] = [];
  const texts = collect(files, (file) => checkText(file, limits), refused);
  const family = familyEncoding(texts);
  const tables = collect(texts, (text) => readTable(text, family), refused);
  const latest = latestOfEachKind(tables);

  const read = <K extends FileKind>(kind: K): Read<K> | undefined => {
    const table = latest.kept.find((one) => one.kind === kind);
    return table && { table, ...readRows(kind, table.filled, table.name, table.reading) };
  };
  const chapters = read("chapters");
  const exams = read("exams");
  const analyses = read("analyses");
  const rows = {
    ...(chapters && { chapters: [...chapters.rows.values()] }),
    ...(exams && { exams: [...exams.rows.values()] }),
    ...(analyses && { analyses: [...analyses.rows.values()] }),
  };
  const problems = [
    ...refused,
    ...latest.problems,
    ...[chapters, exams, analyses].flatMap((one) => (one ? [...one.table.problems, ...one.problems] : [])),
    ...repeatedChapters(rows.chapters ?? [], chapters?.table.name ?? ""),
    ...repeatedExams(rows.exams ?? [], exams?.table.name ?? ""),
    ...repeatedAnalyses(rows.analyses ?? [], analyses?.table.name ?? ""),
    ...crossCheck(rows, { exams: exams?.table.name ?? "", analyses: analyses?.table.name ?? "" }),
  ];
  return {
    catalogue: buildCatalogue(rows),
    files: [
      ...sourceFile("chapters", chapters, (row) => [
        { level: "chapter", code: chapterKey(row), parent: "" },
        subchapterKey(row) === ""
          ? undefined
          : { level: "subchapter", code: subchapterKey(row), parent: chapterKey(row) },
      ]),
      ...sourceFile("exams", exams, (row) => [{ level: "exam", code: row.examCode, parent: "" }]),
      ...sourceFile("analyses", analyses, (row) => [{ level: "analysis", code: row.code, parent: "" }]),
    ],
    problems,
  };
}

/** What `step` makes of each item; the problems of those that it refuses go to `problems`. */
function collect<In, Out extends object>(
  items: readonly In[],
  step: (item: In) => Out | Problem,
  problems: Problem[],
): Out[] {
  return items.flatMap((item) => {
    const out = step(item);
    if (!("severity" in out)) return [out];
    problems.push(out);
    return [];
  });
}

type Read<K extends FileKind> = ReadRows<K> & { readonly table: Table };

function sourceFile<K extends FileKind>(
  kind: K,
  read: Read<K> | undefined,
  itemsOf: (row: RowOf[K]) => SourceRecord["items"],
): SourceFile[] {
  if (read === undefined) return [];
  const { table, header, fields, rows } = read;
  const { name, bytes, encoding, bom, layout, filled } = table;
  const filledSet = new Set(filled);
  const records = table.records.map((raw): SourceRecord => {
    const row = rows.get(raw);
    const role = header && raw === filled[0] ? "header" : filledSet.has(raw) ? "row" : "blank";
    const { line, lineEnd, cells } = raw;
    return {
      line,
      bytes: bytes.subarray(raw.start, raw.end),
      lineEnd,
      role,
      cells,
      items: row === undefined ? [] : itemsOf(row),
    };
  });
  return [{ kind, name, encoding, bom, ...layout, header, fields, records }];
}
