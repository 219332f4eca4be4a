/** The deciding question answered in place: the proposal that a row would have if it said more. */
import type { Analysis, Catalogue, Exam } from "../catalogue/types.ts";
import { type Matcher, matchCatalogue } from "../matching/match-catalogue.ts";
import type { Proposal } from "../matching/proposal.ts";

/** What a person adds to a row; values are words as a laboratory writes them, or LOINC's own (`Ser/Plas`, `Qn`), which the lexicon knows too. */
export type Answers = {
  readonly [field in "label" | "synonym" | "property" | "unit" | "time" | "specimen" | "scale" | "method"]?: string;
};

export type Rerank = {
  readonly catalogue: Catalogue;
  readonly level: "exam" | "analysis";
  readonly code: string;
  readonly answers: Answers;
};

/** The proposal for one row of `catalogue` with `answers` in its fields; `undefined` when there is no such row. */
export function rerank(matcher: Matcher, { catalogue, level, code, answers }: Rerank): Proposal | undefined {
  const around = rowsAround(catalogue, level, code);
  if (around === undefined) return undefined;
  const changed: Catalogue = {
    chapters: around.chapters,
    exams: around.exams.map((exam) =>
      level === "exam" && exam.code === code ? { ...exam, ...examPart(answers) } : exam,
    ),
    analyses: around.analyses.map((row) => (level === "analysis" && row.code === code ? { ...row, ...answers } : row)),
  };
  return matchCatalogue(matcher, changed).find((proposal) => proposal.level === level && proposal.code === code);
}

/** Of `catalogue` what the reading of one row looks at, itself included; `undefined` when there is no such row. */
export function rowsAround(catalogue: Catalogue, level: Rerank["level"], code: string): Catalogue | undefined {
  return level === "analysis" ? aroundAnalysis(catalogue, code) : aroundExam(catalogue, code);
}

/** Of the catalogue what the reading of one analysis looks at: its exams with all their analyses, and the chapters. */
function aroundAnalysis(catalogue: Catalogue, code: string): Catalogue | undefined {
  const analysis = catalogue.analyses.find((row) => row.code === code);
  if (analysis === undefined) return undefined;
  const exams = catalogue.exams.filter((exam) => exam.analyses.includes(code));
  return { chapters: catalogue.chapters, exams, analyses: analysesOf(catalogue, exams, [analysis]) };
}

function aroundExam(catalogue: Catalogue, code: string): Catalogue | undefined {
  const exams = catalogue.exams.filter((exam) => exam.code === code);
  return exams.length === 0
    ? undefined
    : { chapters: catalogue.chapters, exams, analyses: analysesOf(catalogue, exams, []) };
}

function analysesOf(catalogue: Catalogue, exams: readonly Exam[], more: readonly Analysis[]): Analysis[] {
  const codes = new Set([...exams.flatMap((exam) => exam.analyses), ...more.map((row) => row.code)]);
  return catalogue.analyses.filter((row) => codes.has(row.code));
}

function examPart({ label, synonym, specimen }: Answers): Partial<Exam> {
  return {
    ...(label === undefined ? {} : { label }),
    ...(synonym === undefined ? {} : { synonym }),
    ...(specimen === undefined ? {} : { specimen }),
  };
}
