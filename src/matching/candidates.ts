/** From a row to its scored candidates: read, collect, write features, weigh. */

import type { Lexicon } from "../lexicon/lexicon.ts";
import { USES } from "../loinc/term.ts";
import { type Binding, bind } from "./binding.ts";
import { givesAnother } from "./challenge-features.ts";
import { buildCollector, type Collector } from "./collect.ts";
import { type BaseMatch, type BaseMatcher, buildBaseMatcher, queryOf } from "./component-match.ts";
import { isOfPatient } from "./control-plasma.ts";
import { FEATURES } from "./feature-names.ts";
import { type FeatureWriter, featureWriter } from "./features.ts";
import { inversesOf } from "./inverse-ratio.ts";
import { filtered, type Lists } from "./lists.ts";
import { type RowReading, readRow } from "./read-row.ts";
import { type TextReading, textReader } from "./read-text.ts";
import type { ReferenceIndex } from "./reference-index.ts";
import type { Row } from "./row.ts";
import { factsOf, type RowFacts } from "./row-facts.ts";

/** More terms than this are never scored for one row. */
const MOST_TERMS = 2500;

export type Engine = {
  readonly binding: Binding;
  readonly index: ReferenceIndex;
  /** Code numbers of the terms that French laboratories use most. */
  readonly french: ReadonlySet<number>;
  readonly read: (text: string) => TextReading;
  readonly matchBases: BaseMatcher;
  readonly collect: Collector;
  readonly write: FeatureWriter;
};

/**
 * Everything that matching needs, made once for a reference. `french` holds the code numbers that French laboratories use most, `circuit` those of
 * the value set *Circuit de la biologie*: none when it is not installed.
 */
export function buildEngine(
  lexicon: Lexicon,
  index: ReferenceIndex,
  french: ReadonlySet<number>,
  circuit: ReadonlySet<number> = new Set(),
): Engine {
  const binding = bind(lexicon, index);
  const matchBases = buildBaseMatcher(index);
  return {
    binding,
    index,
    french,
    read: textReader(binding),
    matchBases,
    collect: buildCollector(index, matchBases),
    write: featureWriter(binding, french, circuit),
  };
}

/** What a row may be, before it is weighed. The terms of one base stand together. */
export type Candidates = {
  readonly reading: RowReading;
  readonly facts: RowFacts;
  readonly terms: Uint32Array;
  /** For each term, how its base fits the row. */
  readonly matches: readonly BaseMatch[];
  /** The `FEATURES.length` features of candidate `i`; they hold until the next call for any row. */
  readonly featuresOf: (i: number) => Float32Array;
};

/** Candidates with all their features, to learn from: `terms.length` rows of `FEATURES.length` numbers. */
export type Pool = Candidates & { readonly features: Float32Array };

const ORDER = USES.indexOf("Order");

/** Terms found for a row, before it is known how many: only `candidatesOf` writes here. */
const found = new Uint32Array(MOST_TERMS);

/** Features of one candidate: only `featuresOfTerm` writes here. */
const features = new Float32Array(FEATURES.length);

/** The features of a candidate; they hold until the next call. */
export function featuresOfTerm(engine: Engine, facts: RowFacts, match: BaseMatch, term: number): Float32Array {
  features.fill(0);
  engine.write(facts, match, term, features, 0);
  return features;
}

/** The reading of `row`. */
export function readingOf({ binding, read }: Engine, row: Row): RowReading {
  return readRow(binding, read, row);
}

/** The candidates of `row`, which says `reading`. Panels and orderables without result are left out for an analysis. */
export function candidatesOf(engine: Engine, row: Row, reading: RowReading = readingOf(engine, row)): Candidates {
  const { index } = engine;
  const facts = factsOf(engine.binding, reading);
  const { starts, items } = row.level === "analysis" ? analysisTerms(index) : index.termsOfBase;
  const matches: BaseMatch[] = [];
  const { component } = index.release.coded;
  const isInverse = inversesOf(engine.binding, reading.label);
  const isOfAnotherTest = givesAnother(index, reading);
  const ofPatient = isOfPatient(index, reading);
  for (const match of engine.collect(queryOf(reading), facts.acts)) {
    if (isInverse(match.base)) continue;
    const end = Math.min(starts[match.base + 1]!, starts[match.base]! + MOST_TERMS - matches.length);
    for (let i = starts[match.base]!; i < end; i++) {
      if (isOfAnotherTest(component.ids[items[i]!]!) || ofPatient(items[i]!)) continue;
      found[matches.length] = items[i]!;
      matches.push(match);
    }
  }
  const terms = found.slice(0, matches.length);
  return {
    reading,
    facts,
    terms,
    matches,
    featuresOf: (i) => featuresOfTerm(engine, facts, matches[i]!, terms[i]!),
  };
}

/** The candidates of `row` with their features. */
export function poolOf(engine: Engine, row: Row): Pool {
  const candidates = candidatesOf(engine, row);
  const { facts, matches, terms } = candidates;
  const width = FEATURES.length;
  const features = new Float32Array(terms.length * width);
  terms.forEach((term, i) => engine.write(facts, matches[i]!, term, features, i * width));
  return { ...candidates, features, featuresOf: (i) => features.subarray(i * width, (i + 1) * width) };
}

const knownPanels = new WeakMap<ReferenceIndex, Uint8Array>();

/** For each term, 1 when it is a panel or may be ordered but bears no result, else 0. Worked out once for an index. */
export function panelTerms(index: ReferenceIndex): Uint8Array {
  let panels = knownPanels.get(index);
  if (panels === undefined) {
    const { size, use, coded } = index.release;
    const classes = coded.class.values.map((value) => value.startsWith("PANEL."));
    const components = coded.component.values.map((value) => /\bpanel\b|\bstudies\b/i.test(value));
    panels = Uint8Array.from({ length: size }, (_, term) =>
      use[term] === ORDER || classes[coded.class.ids[term]!] || components[coded.component.ids[term]!] ? 1 : 0,
    );
    knownPanels.set(index, panels);
  }
  return panels;
}

const knownAnalyses = new WeakMap<ReferenceIndex, Lists>();

/** The terms of each base that an analysis may be: all but panels. */
function analysisTerms(index: ReferenceIndex): Lists {
  let terms = knownAnalyses.get(index);
  if (terms === undefined) {
    const isPanel = panelTerms(index);
    terms = filtered(index.termsOfBase, (term) => isPanel[term] === 0);
    knownAnalyses.set(index, terms);
  }
  return terms;
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

/** The `count` best of `candidates` (all unless told otherwise), best first; ties go to the lower code, so that the order is always the same. */
export function ranked({ terms }: Candidates, score: Float64Array, count: number = terms.length): number[] {
  const before = (a: number, b: number): number => score[b]! - score[a]! || terms[a]! - terms[b]!;
  if (count >= terms.length) return [...score.keys()].sort(before);
  const best: number[] = [];
  for (let i = 0; i < terms.length; i++) {
    if (best.length === count && before(i, best[count - 1]!) >= 0) continue;
    if (best.length === count) best.pop();
    let at = best.length;
    while (at > 0 && before(i, best[at - 1]!) < 0) at--;
    best.splice(at, 0, i);
  }
  return best;
}
