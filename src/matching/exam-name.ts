/** The code that the name of an examination alone would get, were it an analysis: *Coproculture* is a culture whatever is reported of it. */
import { type Candidates, ranked } from "./candidates.ts";
import type { Member } from "./exam-members.ts";
import { FEATURES } from "./feature-names.ts";
import type { Habits, Row } from "./row.ts";
import { rowOf } from "./rows.ts";

/** The best term for a name, and what tells how good it is. */
export type NamedTerm = {
  readonly term: number;
  /** Its chance among the candidates, 0 to 1. */
  readonly probability: number;
  /** How surely the lexicon names this very component, 0 to 1. */
  readonly exact: number;
};

/** True when the name is asked at all: an exam of one coded analysis is that analysis. */
export function isNameAsked(members: readonly Member[]): boolean {
  return members.length !== 1 || members[0]!.term < 0;
}

/** The row of an exam as if it were an analysis of a laboratory with these `habits`. */
export function namedRow(exam: Row, habits: Habits): Row {
  const { exams, examSpecimen, siblingSpecimen, usualSpecimen, siblingUnit, chapter, subchapter } = exam.context;
  const context = { exams, examSpecimen, siblingSpecimen, usualSpecimen, siblingUnit, habits, chapter, subchapter };
  return rowOf("analysis", exam, exam.nabm, context);
}

const EXACT = FEATURES.indexOf("words.exact");

/** The best of `candidates` under `score`; `undefined` when there is none. */
export function bestNamed(candidates: Candidates, score: Float64Array): NamedTerm | undefined {
  const [best] = ranked(candidates, score, 1);
  if (best === undefined) return undefined;
  const all = score.reduce((sum, one) => sum + Math.exp(one - score[best]!), 0);
  return { term: candidates.terms[best]!, probability: 1 / all, exact: candidates.featuresOf(best)[EXACT]! };
}
