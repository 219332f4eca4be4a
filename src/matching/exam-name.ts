/** The code that the name of an examination alone would get, were it an analysis: *Coproculture* is a culture whatever is reported of it. */
import type { Candidates, Engine } from "./candidates.ts";
import type { Member, NamedTerm } from "./exam.ts";
import { FEATURES } from "./feature-names.ts";
import { analysisWeights, type Model } from "./model.ts";
import type { Habits, Row } from "./row.ts";
import { buildScorer, type Scorer } from "./score.ts";

/** True when the name is asked at all: an exam of one coded analysis is that analysis. */
export function isNameAsked(members: readonly Member[]): boolean {
  return members.length !== 1 || members[0]!.term < 0;
}

/** The row of an exam as if it were an analysis of a laboratory with these `habits`. */
export function namedRow(exam: Row, habits: Habits): Row {
  return { ...exam, level: "analysis", context: { ...exam.context, habits } };
}

const EXACT = FEATURES.indexOf("words.exact");

/** The best of `candidates` under `score`, the lower code of equal ones; `undefined` when there is none. */
export function bestNamed(candidates: Candidates, score: Float64Array): NamedTerm | undefined {
  const { terms } = candidates;
  let best = 0;
  for (let i = 1; i < terms.length; i++)
    if (score[i]! > score[best]! || (score[i] === score[best] && terms[i]! < terms[best]!)) best = i;
  if (terms.length === 0) return undefined;
  const all = score.reduce((sum, one) => sum + Math.exp(one - score[best]!), 0);
  return { term: terms[best]!, probability: 1 / all, exact: candidates.featuresOf(best)[EXACT]! };
}

const scorers = new WeakMap<Engine, { readonly analysis: Model["analysis"]; readonly score: Scorer }>();

/** The scorer of analyses under `model`; it is made once and keeps its tables. */
export function nameScorer(engine: Engine, model: Model): Scorer {
  let known = scorers.get(engine);
  if (known?.analysis !== model.analysis) {
    known = { analysis: model.analysis, score: buildScorer(engine, analysisWeights(model)) };
    scorers.set(engine, known);
  }
  return known.score;
}
