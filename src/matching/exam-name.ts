/** The code that the name of an examination alone would get, were it an analysis: *Coproculture* is a culture whatever is reported of it. */
import { type Candidates, ranked } from "./candidates.ts";
import type { Member, NamedTerm } from "./exam.ts";
import { FEATURES } from "./feature-names.ts";
import type { Habits, Row } from "./row.ts";

/** True when the name is asked at all: an exam of one coded analysis is that analysis. */
export function isNameAsked(members: readonly Member[]): boolean {
  return members.length !== 1 || members[0]!.term < 0;
}

/** The row of an exam as if it were an analysis of a laboratory with these `habits`. */
export function namedRow(exam: Row, habits: Habits): Row {
  return { ...exam, level: "analysis", context: { ...exam.context, habits } };
}

const EXACT = FEATURES.indexOf("words.exact");

/** The best of `candidates` under `score`; `undefined` when there is none. */
export function bestNamed(candidates: Candidates, score: Float64Array): NamedTerm | undefined {
  const [best] = ranked(candidates, score, 1);
  if (best === undefined) return undefined;
  const all = score.reduce((sum, one) => sum + Math.exp(one - score[best]!), 0);
  return { term: candidates.terms[best]!, probability: 1 / all, exact: candidates.featuresOf(best)[EXACT]! };
}
