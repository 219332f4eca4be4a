/** The rows of the three files linked into one catalogue. */
import { chapterKey, chapterKeys, subchapterKey } from "./chapter-keys.ts";
import { nabmActs } from "./nabm.ts";
import type { Analysis, AnalysisRow, Catalogue, Chapter, ChapterRow, Exam, ExamRow, Subchapter } from "./types.ts";

/** The rows of each file; left out when the file is missing. */
export type CatalogueRows = {
  readonly chapters?: readonly ChapterRow[];
  readonly exams?: readonly ExamRow[];
  readonly analyses?: readonly AnalysisRow[];
};

/**
 * The catalogue that `rows` make: each item once, in file order, as its first row tells it. Without LOINC_3 the
 * analyses are those that LOINC_2 names, with code and label alone; without LOINC_1 the chapters are the codes that
 * LOINC_2 uses.
 */
export function buildCatalogue(rows: CatalogueRows): Catalogue {
  const chapters = rows.chapters ?? (rows.exams ?? []).map(chapterOfExam).filter((row) => row.chapterLabel !== "");
  const exams = buildExams(rows.exams ?? [], chapters);
  return {
    chapters: buildChapters(chapters),
    exams,
    analyses: buildAnalyses(rows.analyses ?? (rows.exams ?? []).map(analysisOfExam), exams),
  };
}

function chapterOfExam({ line, chapterCode, subchapterCode }: ExamRow): ChapterRow {
  return { line, chapterCode, chapterLabel: chapterCode, subchapterCode, subchapterLabel: subchapterCode };
}

function analysisOfExam({ line, analysisCode, analysisLabel }: ExamRow): AnalysisRow {
  const empty = {
    synonym: "",
    property: "",
    unitCode: "",
    unit: "",
    time: "",
    specimenCode: "",
    specimen: "",
    scale: "",
    method: "",
    nabm: "",
  };
  return { line, code: analysisCode, label: analysisLabel, ...empty };
}

function buildChapters(rows: readonly ChapterRow[]): Chapter[] {
  return [...groupBy(rows, chapterKey)].map(([key, members]): Chapter => {
    const subchapters = [...groupBy(members, subchapterKey)].flatMap(([subKey, [first]]): Subchapter[] =>
      subKey === "" ? [] : [{ code: first!.subchapterCode, label: first!.subchapterLabel, chapter: key }],
    );
    return { code: members[0]!.chapterCode, label: members[0]!.chapterLabel, subchapters };
  });
}

function buildExams(rows: readonly ExamRow[], chapters: readonly ChapterRow[]): Exam[] {
  const keys = chapterKeys(chapters);
  return [...groupBy(rows, (row) => row.examCode)].map(([code, members]): Exam => {
    const { examLabel, chapterCode, subchapterCode } = members[0]!;
    return {
      code,
      label: examLabel,
      synonym: firstFilled(members.map((row) => row.synonym)),
      chapter: keys.chapter(chapterCode) ?? chapterCode,
      subchapter: keys.subchapter(chapterCode, subchapterCode) ?? subchapterCode,
      specimen: firstFilled(members.map((row) => row.specimen)),
      nabm: distinct(members.flatMap((row) => nabmActs(row.nabm))),
      analyses: distinct(members.map((row) => row.analysisCode)),
    };
  });
}

function buildAnalyses(rows: readonly AnalysisRow[], exams: readonly Exam[]): Analysis[] {
  const held = exams.flatMap((exam) => exam.analyses.map((analysis) => ({ analysis, exam: exam.code })));
  const holders = groupBy(held, ({ analysis }) => analysis);
  return [...groupBy(rows, (row) => row.code).values()].map(([first]): Analysis => {
    const { line: _, nabm, ...fields } = first!;
    return { ...fields, nabm: nabmActs(nabm), exams: (holders.get(fields.code) ?? []).map(({ exam }) => exam) };
  });
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function firstFilled(values: readonly string[]): string {
  return values.find((value) => value !== "") ?? "";
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
