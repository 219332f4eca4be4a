/** What the engine says of one given code for one row, whether or not it would have proposed it. */
import { type Candidates, type Engine, featuresOfTerm } from "./candidates.ts";
import { type BaseMatch, queryOf } from "./component-match.ts";
import { explain } from "./explain.ts";
import { FEATURES, type Feature } from "./feature-names.ts";
import type { Matcher } from "./match-catalogue.ts";
import type { Candidate } from "./proposal.ts";
import type { Scorer } from "./score.ts";

export type Judgement = {
  /** Number of the term in the release. */
  readonly term: number;
  /** How the words of the row and those of the code's component agree. */
  readonly match: BaseMatch;
  /** Whether reading the row led to this component at all. */
  readonly collected: boolean;
  /** Comparable with the scores that `scorer` gives the candidates of the same row. */
  readonly score: number;
  /** The same reasons as a candidate has. */
  readonly axes: Candidate["axes"];
  readonly feature: (name: Feature) => number;
};

/** The judgement of term number `term` for the row that `pool` was collected for. */
export function judgeCode({ engine, language }: Matcher, pool: Candidates, scorer: Scorer, term: number): Judgement {
  const { index } = engine;
  const base = index.baseOfComponent[index.release.coded.component.ids[term]!]!;
  const known = pool.matches.find((match) => match.base === base);
  const match = known ?? engine.matchBases(queryOf(pool.reading), [base])[0]!;
  const alone = aloneIn(engine, pool, match, term);
  const features = alone.featuresOf(0).slice();
  return {
    term,
    match,
    collected: known !== undefined,
    score: scorer(alone)[0]!,
    axes: explain(engine, alone, [0], language)[0]!,
    feature: (name) => features[FEATURES.indexOf(name)]!,
  };
}

/** `pool` with nothing in it but `term`. */
function aloneIn(engine: Engine, { reading, facts }: Candidates, match: BaseMatch, term: number): Candidates {
  return {
    reading,
    facts,
    terms: Uint32Array.of(term),
    matches: [match],
    featuresOf: () => featuresOfTerm(engine, facts, match, term),
  };
}
