/** Reads a transcoding table back: LOINC_4, LOINC_5 and LOINC_6, whoever wrote them. No I/O here. */
import { buildCatalogue } from "../catalogue/catalogue.ts";
import { chapterKey, subchapterKey } from "../catalogue/chapter-keys.ts";
import type { RowOf } from "../catalogue/columns.ts";
import { latestOfEachKind } from "../catalogue/latest-export.ts";
import type { Limits } from "../catalogue/limits.ts";
import { errorAt, grouped, type Place } from "../catalogue/problems.ts";
import { readRows } from "../catalogue/rows.ts";
import type { ItemKey } from "../catalogue/source-file.ts";
import { checkText, familyEncoding, type InputFile, type Records, recordsOf } from "../catalogue/table.ts";
import type { AnalysisRow, Catalogue, ChapterRow, ExamRow, FileKind, Problem } from "../catalogue/types.ts";
import { decidedCell } from "./decided-cell.ts";
import { decidedColumns, type Parted, partRecord } from "./decided-columns.ts";
import { decidedKind } from "./decided-kind.ts";

/** What the table says of one item of the catalogue. */
export type DecidedRow = ItemKey & {
  /** As the laboratory calls it. */
  readonly label: string;
  /** As written when it has the shape of a LOINC code, even with a wrong check digit; else empty: the item has none. */
  readonly loinc: string;
  /** The label beside the code. */
  readonly name: string;
  /** All that the laboratory's cells say. */
  readonly fields: ChapterRow | ExamRow | AnalysisRow;
  /** Base name. */
  readonly file: string;
  readonly line: number;
};

export type DecidedTable = {
  /** In file order, LOINC_4 first; an item that has two codes is there twice, and is an error. */
  readonly rows: readonly DecidedRow[];
  /** What the laboratory's cells of the three files make. */
  readonly catalogue: Catalogue;
  readonly problems: readonly Problem[];
};

/**
 * The decisions that `files` hold, whatever their encodings and layouts. Any of the three kinds may be missing; of two
 * files of one kind the latest by name is read. Never throws on what is in the files.
 */
export function readDecided(files: readonly InputFile[], limits: Limits = {}): DecidedTable {
  const problems: Problem[] = [];
  const texts = files.map((file) => checkText(file, limits)).filter((text) => isRead(text, problems));
  const family = familyEncoding(texts);
  const parted = texts.map((text) => partFile(recordsOf(text, family), text.file.kind));
  const latest = latestOfEachKind(parted.filter((file) => isRead(file, problems)));
  problems.push(...latest.problems);
  const rows: DecidedRow[] = [];
  const read = <K extends FileKind>(kind: K, itemsOf: (row: RowOf[K]) => readonly Item[]): RowOf[K][] | undefined => {
    const file = latest.kept.find((one) => one.kind === kind);
    if (file === undefined) return undefined;
    const found = readFile(file, kind, itemsOf);
    problems.push(...file.problems, ...found.problems);
    rows.push(...found.rows);
    return found.source;
  };
  const chapters = read("chapters", chapterItems);
  const exams = read("exams", (row) => [{ level: "exam", code: row.examCode, parent: "", label: row.examLabel }]);
  const analyses = read("analyses", (row) => [{ level: "analysis", code: row.code, parent: "", label: row.label }]);
  const source = { ...(chapters && { chapters }), ...(exams && { exams }), ...(analyses && { analyses }) };
  return { rows, catalogue: buildCatalogue(source), problems };
}

/** Whether `read` is what was asked for; the problem that it else is goes to `problems`. */
function isRead<Read extends object>(read: Read | Problem, problems: Problem[]): read is Read {
  if (!("severity" in read)) return true;
  problems.push(read);
  return false;
}

type Item = (ItemKey & { readonly label: string }) | undefined;

function chapterItems(row: ChapterRow): Item[] {
  const chapter = chapterKey(row);
  const sub = subchapterKey(row);
  return [
    { level: "chapter", code: chapter, parent: "", label: row.chapterLabel },
    sub === "" ? undefined : { level: "subchapter", code: sub, parent: chapter, label: row.subchapterLabel || sub },
  ];
}

type DecidedFile = {
  readonly kind: FileKind;
  readonly name: string;
  readonly records: readonly Parted[];
  readonly problems: readonly Problem[];
};

function partFile({ name, filled, layout, problems }: Records, choice?: FileKind): DecidedFile | Problem {
  const kind = choice ?? decidedKind(name, filled, layout.width);
  const columns = kind && decidedColumns(kind, filled, layout.width);
  if (kind === undefined || columns === undefined) {
    const message =
      "Ce fichier n'a pas de colonne de codes LOINC : donnez la table de transcodage (LOINC_4, LOINC_5, LOINC_6), ou donnez à la colonne le titre « Code LOINC ».";
    return errorAt({ file: name }, "no-loinc-column", message);
  }
  const kept = problems.filter(({ code }) => code !== "other-separator");
  return { kind, name, records: filled.map((record) => partRecord(record, columns)), problems: kept };
}

function readFile<K extends FileKind>(file: DecidedFile, kind: K, itemsOf: (row: RowOf[K]) => readonly Item[]) {
  const { name, records } = file;
  const read = readRows(
    kind,
    records.map(({ record }) => record),
    name,
  );
  const rows: DecidedRow[] = [];
  const wrong: Problem[] = [];
  const codes = new Map<string, DecidedRow>();
  for (const { record, decided } of records) {
    const fields = read.rows.get(record);
    if (fields === undefined) continue;
    for (const [i, item] of itemsOf(fields).entries()) {
      const cell = decided[i];
      if (item === undefined || cell === undefined) continue;
      const place = { file: name, line: record.line, column: cell.column };
      const { loinc, problem } = decidedCell(cell.code, place);
      if (problem !== undefined) wrong.push(problem);
      const row = { ...item, loinc, name: cell.name, fields, file: name, line: record.line };
      const key = [item.level, item.parent, item.code].join("\t");
      const first = codes.get(key);
      if (first !== undefined && first.loinc !== loinc) wrong.push(twoCodes(row, first, place));
      if (first === undefined || first.loinc !== loinc) rows.push(row);
      if (first === undefined) codes.set(key, row);
    }
  }
  return { source: [...read.rows.values()], rows, problems: [...read.problems, ...sorted(wrong)] };
}

function twoCodes(row: DecidedRow, first: DecidedRow, place: Place): Problem {
  const [one, other] = [first, row].map(({ loinc }) => loinc || "aucun code");
  const message = `« ${row.code} » (${row.label}) a ${one} à la ligne ${first.line} et ${other} ici : une ligne du catalogue ne porte qu'un code LOINC. Corrigez l'une des deux.`;
  return errorAt(place, "two-codes", message);
}

/** Few of each sort. */
function sorted(problems: readonly Problem[]): Problem[] {
  const sorts = [...new Set(problems.map(({ code }) => code))];
  return sorts.flatMap((sort) => grouped(problems.filter(({ code }) => code === sort)));
}
