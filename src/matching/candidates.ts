/** From a row to its scored candidates: read, collect, write features, weigh. */

import type { Lexicon } from "../lexicon/lexicon.ts";
import { USES } from "../loinc/term.ts";
import { type Binding, bind } from "./binding.ts";
import { buildCollector, type Collector } from "./collect.ts";
import { type BaseMatch, type BaseMatcher, buildBaseMatcher, queryOf } from "./component-match.ts";
import { FEATURES, type FeatureWriter, factsOf, featureWriter, type RowFacts } from "./features.ts";
import { type RowReading, readRow } from "./read-row.ts";
import { type TextReading, textReader } from "./read-text.ts";
import type { ReferenceIndex } from "./reference-index.ts";
import type { Row } from "./row.ts";

/** More terms than this are never scored for one row. */
const MOST_TERMS = 2500;

export type Engine = {
  readonly binding: Binding;
  readonly index: ReferenceIndex;
  readonly read: (text: string) => TextReading;
  readonly matchBases: BaseMatcher;
  readonly collect: Collector;
  readonly write: FeatureWriter;
};

/** Everything that matching needs, made once for a reference. `french` holds the code numbers that French laboratories use most. */
export function buildEngine(lexicon: Lexicon, index: ReferenceIndex, french: ReadonlySet<number>): Engine {
  const binding = bind(lexicon, index);
  const matchBases = buildBaseMatcher(index);
  return {
    binding,
    index,
    read: textReader(binding),
    matchBases,
    collect: buildCollector(index, matchBases),
    write: featureWriter(binding, french),
  };
}

/** The candidates of a row before they are weighed: terms and a row of features for each. */
export type Pool = {
  readonly reading: RowReading;
  readonly facts: RowFacts;
  readonly terms: Uint32Array;
  readonly matches: readonly BaseMatch[];
  /** `terms.length` rows of `FEATURES.length` numbers. */
  readonly features: Float32Array;
};

const ORDER = USES.indexOf("Order");

/** The pool of `row`. Panels and orderables without result are left out for an analysis. */
export function poolOf(engine: Engine, row: Row): Pool {
  const { index } = engine;
  const reading = readRow(engine.binding, engine.read, row);
  const facts = factsOf(engine.binding, reading);
  const terms: number[] = [];
  const matches: BaseMatch[] = [];
  for (const match of engine.collect(queryOf(reading), facts.acts)) {
    for (let i = index.termsOfBase.starts[match.base]!; i < index.termsOfBase.starts[match.base + 1]!; i++) {
      const term = index.termsOfBase.items[i]!;
      if (row.level === "analysis" && isPanel(index, term)) continue;
      if (terms.length >= MOST_TERMS) break;
      terms.push(term);
      matches.push(match);
    }
  }
  const features = new Float32Array(terms.length * FEATURES.length);
  terms.forEach((term, i) => engine.write(facts, matches[i]!, term, features, i * FEATURES.length));
  return { reading, facts, terms: Uint32Array.from(terms), matches, features };
}

/** True for panels and for terms that may be ordered but bear no result. */
export function isPanel(index: ReferenceIndex, term: number): boolean {
  const { release } = index;
  return (
    release.use[term] === ORDER ||
    release.coded.class.values[release.coded.class.ids[term]!]!.startsWith("PANEL.") ||
    /\bpanel\b|\bstudies\b/i.test(release.coded.component.values[release.coded.component.ids[term]!]!)
  );
}

/** The score of each candidate of `pool` under `weights`. */
export function scores(pool: Pool, weights: Float32Array): Float64Array {
  const width = FEATURES.length;
  return Float64Array.from(pool.terms, (_, i) => {
    let sum = 0;
    for (let f = 0; f < width; f++) sum += weights[f]! * pool.features[i * width + f]!;
    return sum;
  });
}

/** The candidates of `pool` best first; ties go to the lower code, so that the order is always the same. */
export function ranked(pool: Pool, score: Float64Array): number[] {
  return [...score.keys()].sort((a, b) => score[b]! - score[a]! || pool.terms[a]! - pool.terms[b]!);
}
