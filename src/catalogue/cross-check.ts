/** What one file of the catalogue names and another does not hold. A file that is missing is not checked against. */
import type { CatalogueRows } from "./catalogue.ts";
import { chapterKeys } from "./chapter-keys.ts";
import { grouped, warningAt } from "./problems.ts";
import type { Problem } from "./types.ts";

/** Base names of the files that the rows come from. */
export type FileNames = { readonly exams: string; readonly analyses: string };

/** Warnings on analyses and chapters that only one file knows, the first five of each sort and then their count. */
export function crossCheck(rows: CatalogueRows, files: FileNames): Problem[] {
  return [unknownAnalyses, unorderedAnalyses, unknownChapters, unknownSubchapters].flatMap((check) =>
    check(rows, files),
  );
}

function unknownAnalyses({ exams = [], analyses }: CatalogueRows, files: FileNames): readonly Problem[] {
  if (analyses === undefined) return [];
  const known = new Set(analyses.map((row) => row.code));
  const unknown = firstOfEach(exams, (row) => row.analysisCode).filter((row) => !known.has(row.analysisCode));
  return grouped(
    unknown.map((row) => {
      const message = `L'analyse « ${row.analysisCode} » (${row.analysisLabel}) n'est pas dans LOINC_3 : elle ne recevra pas de code. Ajoutez-la à l'export des résultats.`;
      return warningAt({ file: files.exams, line: row.line }, "analysis-not-in-results", message);
    }),
  );
}

function unorderedAnalyses({ exams, analyses = [] }: CatalogueRows, files: FileNames): readonly Problem[] {
  if (exams === undefined) return [];
  const ordered = new Set(exams.map((row) => row.analysisCode));
  const unordered = firstOfEach(analyses, (row) => row.code).filter((row) => !ordered.has(row.code));
  return grouped(
    unordered.map((row) => {
      const message = `L'analyse « ${row.code} » (${row.label}) n'est dans aucun examen de LOINC_2 : elle est codée sans le contexte d'un examen. Vérifiez qu'elle sert encore.`;
      return warningAt({ file: files.analyses, line: row.line }, "analysis-not-ordered", message);
    }),
  );
}

function unknownChapters({ chapters, exams = [] }: CatalogueRows, files: FileNames): readonly Problem[] {
  if (chapters === undefined) return [];
  const keys = chapterKeys(chapters);
  const unknown = firstOfEach(exams, (row) => row.chapterCode).filter(
    ({ chapterCode }) => chapterCode !== "" && keys.chapter(chapterCode) === undefined,
  );
  return grouped(
    unknown.map((row) => {
      const message = `Le chapitre « ${row.chapterCode} » n'est pas dans LOINC_1 : ajoutez-le à l'export des chapitres.`;
      return warningAt({ file: files.exams, line: row.line }, "unknown-chapter", message);
    }),
  );
}

/** Sub-chapters of chapters that are known: those of an unknown chapter are told with it. */
function unknownSubchapters({ chapters, exams = [] }: CatalogueRows, files: FileNames): readonly Problem[] {
  if (chapters === undefined) return [];
  const keys = chapterKeys(chapters);
  const unknown = firstOfEach(exams, (row) => `${row.chapterCode}\t${row.subchapterCode}`).filter(
    ({ chapterCode, subchapterCode }) =>
      subchapterCode !== "" &&
      keys.chapter(chapterCode) !== undefined &&
      keys.subchapter(chapterCode, subchapterCode) === undefined,
  );
  return grouped(
    unknown.map((row) => {
      const message = `Le sous-chapitre « ${row.subchapterCode} » du chapitre « ${row.chapterCode} » n'est pas dans LOINC_1 : ajoutez-le à l'export des chapitres.`;
      return warningAt({ file: files.exams, line: row.line }, "unknown-subchapter", message);
    }),
  );
}

function firstOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    return seen.has(key) ? false : seen.add(key);
  });
}
