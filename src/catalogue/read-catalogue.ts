/** The catalogue that the bytes of up to three files hold. No I/O here. */
import { buildCatalogue } from "./catalogue.ts";
import { chapterKey, subchapterKey } from "./chapter-keys.ts";
import type { RowOf } from "./columns.ts";
import { crossCheck } from "./cross-check.ts";
import { BOM, type DetectedEncoding, detectEncoding, type Encoding } from "./encoding.ts";
import { identify } from "./identify.ts";
import { latestOfEachKind } from "./latest-export.ts";
import { detectSeparator, type Layout, layoutOf, layoutProblems } from "./layout.ts";
import { type Limits, overBytes, overRows } from "./limits.ts";
import { notText } from "./not-text.ts";
import { errorAt } from "./problems.ts";
import { type RawRecord, splitRecords } from "./records.ts";
import { repeatedAnalyses, repeatedChapters, repeatedExams } from "./repeats.ts";
import { quoteProblems, type ReadRows, readRows } from "./rows.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";
import type { Catalogue, FileKind, Problem } from "./types.ts";

export type InputFile = {
  /** Base name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which of the three files it is, when a person said so; else its name and content tell. */
  readonly kind?: FileKind;
};

export type ReadCatalogue = {
  readonly catalogue: Catalogue;
  /** The files that were read, LOINC_1 first; those that were refused are only in `problems`. */
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
};

/**
 * The catalogue that `files` hold, whatever their encodings and layouts, with everything that a person should know about them. Any of the three
 * kinds may be missing; of two files of one kind the latest by name is read. Never throws on what is in the files.
 */
export function readCatalogue(files: readonly InputFile[], limits: Limits = {}): ReadCatalogue {
  const refused: Problem[] = [];
  const texts = collect(files, (file) => checkText(file, limits), refused);
  const tables = collect(texts, (text) => readTable(text, familyEncoding(texts)), refused);
  const latest = latestOfEachKind(tables);

  const read = <K extends FileKind>(kind: K): Read<K> | undefined => {
    const table = latest.kept.find((one) => one.kind === kind);
    return table && { table, ...readRows(kind, table.filled, table.name) };
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

type Text = { readonly file: InputFile; readonly detected: DetectedEncoding };

function checkText(file: InputFile, limits: Limits): Text | Problem {
  const { name, bytes } = file;
  const refusal =
    overBytes(bytes.length, name, limits) ??
    notText(bytes, name) ??
    overRows(bytes, name, limits) ??
    emptiness(bytes, name);
  return refusal ?? { file, detected: detectEncoding(bytes, name) };
}

const BLANK_BYTES: ReadonlySet<number> = new Set([...BOM, 0x09, 0x0a, 0x0d, 0x1a, 0x20]);

function emptiness(bytes: Uint8Array, file: string): Problem | undefined {
  if (!bytes.every((byte) => BLANK_BYTES.has(byte))) return undefined;
  return errorAt({ file }, "empty-file", "Le fichier est vide : exportez-le de nouveau depuis le SGL.");
}

/** What files that are pure ASCII are taken for: the encoding of the others, since one system wrote them all. */
function familyEncoding(texts: readonly Text[]): Encoding {
  return texts.find(({ detected }) => !detected.ascii)?.detected.encoding ?? "utf-8";
}

type Table = {
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly layout: Layout;
  readonly records: readonly RawRecord[];
  /** The records that are not blank lines. */
  readonly filled: readonly RawRecord[];
  readonly problems: readonly Problem[];
};

function readTable({ file, detected }: Text, family: Encoding): Table | Problem {
  const { name, bytes, kind } = file;
  const { bom } = detected;
  const encoding = detected.ascii ? family : detected.encoding;
  const from = bom ? BOM.length : 0;
  const separator = detectSeparator(bytes, from, encoding);
  const records = [...splitRecords(bytes, from, separator, encoding)];
  const filled = records.filter((record) => !isBlank(record));
  const layout = layoutOf(filled, separator);
  const identified = identify(
    name,
    filled.map((record) => record.cells),
    layout.width,
    kind,
  );
  if ("problem" in identified) return identified.problem;
  const problems = [...detected.problems, ...layoutProblems(filled, layout, name), ...quoteProblems(filled, name)];
  return { kind: identified.kind, name, bytes, encoding, bom, layout, records, filled, problems };
}

/** Spaces alone, or the character by which DOS ended files. */
function isBlank({ cells }: RawRecord): boolean {
  return cells.length === 1 && cells[0]!.replaceAll("\x1a", "").trim() === "";
}

type Read<K extends FileKind> = ReadRows<K> & { readonly table: Table };

function sourceFile<K extends FileKind>(
  kind: K,
  read: Read<K> | undefined,
  itemsOf: (row: RowOf[K]) => SourceRecord["items"],
): SourceFile[] {
  if (read === undefined) return [];
  const { table, header, rows } = read;
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
  return [{ kind, name, encoding, bom, ...layout, header, records }];
}
