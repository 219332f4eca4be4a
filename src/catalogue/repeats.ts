/** Rows that say again, or otherwise, what an earlier row of the same file said. */
import { errorAt, grouped, warningAt } from "./problems.ts";
import type { AnalysisRow, ChapterRow, ExamRow, Problem } from "./types.ts";

/** What a row is about, in words; rows about the same thing must agree. */
type Said = { readonly about: string; readonly content: string };

/** Warnings on LOINC_1: a row given twice, a chapter or sub-chapter code with two labels. */
export function repeatedChapters(rows: readonly ChapterRow[], file: string): Problem[] {
  const chapter = (row: ChapterRow): Said => ({
    about: about("le chapitre", row.chapterCode),
    content: row.chapterLabel,
  });
  const subchapter = (row: ChapterRow): Said => {
    const sub = about("le sous-chapitre", row.subchapterCode);
    return {
      about: sub && `${sub} ${about("du chapitre", row.chapterCode || row.chapterLabel)}`,
      content: row.subchapterLabel,
    };
  };
  const differing = [...conflicts(rows, chapter), ...conflicts(rows, subchapter)];
  return [
    ...grouped(duplicates(rows, rowText, file)),
    ...grouped(differing.map((conflict) => conflictProblem(conflict, file, warningAt, FIRST_COUNTS))),
  ];
}

/**
 * Warnings on LOINC_2: an analysis twice in one exam, an exam with two labels or chapters. Specimens and acts may
 * differ from row to row.
 */
export function repeatedExams(rows: readonly ExamRow[], file: string): Problem[] {
  const content = (row: ExamRow): string => [row.examLabel, row.chapterCode, row.subchapterCode].join("\t");
  const differing = conflicts(rows, (row) => ({ about: about("l'examen", row.examCode), content: content(row) }));
  return [
    ...grouped(duplicates(rows, (row) => `${row.examCode}\t${row.analysisCode}`, file)),
    ...grouped(differing.map((conflict) => conflictProblem(conflict, file, warningAt, FIRST_COUNTS))),
  ];
}

/**
 * Problems in LOINC_3: a warning on an analysis given twice, an error when the second time differs: one code cannot be
 * right for both.
 */
export function repeatedAnalyses(rows: readonly AnalysisRow[], file: string): Problem[] {
  const differing = conflicts(rows, (row) => ({ about: about("l'analyse", row.code), content: rowText(row) }));
  const others = new Set(differing.map(({ row }) => row));
  const same = rows.filter((row) => !others.has(row));
  return [
    ...grouped(duplicates(same, (row) => row.code, file)),
    ...grouped(
      differing.map((conflict) =>
        conflictProblem(conflict, file, errorAt, "le même code LOINC sera rendu pour les deux"),
      ),
    ),
  ];
}

const FIRST_COUNTS = "qui est seule prise en compte";

function about(what: string, code: string): string {
  return code === "" ? "" : `${what} « ${code} »`;
}

function rowText(row: ChapterRow | AnalysisRow): string {
  const { line: _, ...fields } = row;
  return Object.values(fields).join("\t");
}

type Lined = { readonly line: number };

function duplicates<Row extends Lined>(rows: readonly Row[], keyOf: (row: Row) => string, file: string): Problem[] {
  const firsts = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, row.line);
      return [];
    }
    const message = `Cette ligne répète la ligne ${first} : elle ne compte qu'une fois. Retirez le doublon dans le SGL.`;
    return [warningAt({ file, line: row.line }, "duplicate-row", message)];
  });
}

type Conflict<Row> = { readonly row: Row; readonly about: string; readonly first: number };

function conflicts<Row extends Lined>(rows: readonly Row[], told: (row: Row) => Said): Conflict<Row>[] {
  const firsts = new Map<string, { readonly line: number; readonly content: string }>();
  return rows.flatMap((row) => {
    const { about, content } = told(row);
    const first = firsts.get(about);
    if (first === undefined) firsts.set(about, { line: row.line, content });
    return about === "" || first === undefined || first.content === content ? [] : [{ row, about, first: first.line }];
  });
}

function conflictProblem(
  { row, about, first }: Conflict<Lined>,
  file: string,
  problemAt: typeof errorAt,
  effect: string,
): Problem {
  const message = `Cette ligne décrit ${about} autrement que la ligne ${first}, ${effect} : corrigez l'une des deux dans le SGL.`;
  return problemAt({ file, line: row.line }, "conflicting-row", message);
}
