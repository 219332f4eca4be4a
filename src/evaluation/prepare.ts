/** Gold catalogues made ready to learn from: what is the same whichever of them are held out is worked out once. */
import type { Engine } from "../matching/candidates.ts";
import type { Grounds } from "../matching/matcher.ts";
import { type ExamCase, examCases } from "./exam-examples.ts";
import { type AnalysisCase, analysisCases, type GoldCatalogue, rankingExample } from "./examples.ts";
import type { Example } from "./train-linear.ts";

export type Prepared = GoldCatalogue & {
  readonly cases: readonly AnalysisCase[];
  /** The ranking examples among the cases. */
  readonly examples: readonly Example[];
  readonly exams: readonly ExamCase[];
};

/** `gold` with its cases and examples. */
export function prepare({ engine }: Grounds, gold: GoldCatalogue): Prepared {
  const cases = analysisCases(engine, gold);
  return {
    ...gold,
    cases,
    examples: rankingExamples(engine, cases),
    exams: examCases(engine, gold),
  };
}

/** The examples that `cases` make; those without a code, or whose code was not collected, make none. */
export function rankingExamples(engine: Engine, cases: readonly AnalysisCase[]): Example[] {
  return cases.map((item) => rankingExample(engine, item)).filter((example) => example !== undefined);
}
