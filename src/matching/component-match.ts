/** How well the words of a row and the words of a component agree, both ways. */

import { buildLayout, type Layout } from "./query-layout.ts";
import type { RowReading } from "./read-row.ts";
import type { Segment, TextReading } from "./read-text.ts";
import type { ReferenceIndex } from "./reference-index.ts";

type QuerySense = { readonly segment: number; readonly mass: number; readonly prior: number };
type QuerySegment = { readonly field: number; readonly weight: number };

const LABEL = 0;
const SYNONYM = 1;
const CONTEXT = 2;

/** The words that a row may mean, laid out to be compared with many components. */
export type Query = {
  readonly segments: readonly QuerySegment[];
  readonly senses: readonly QuerySense[];
  /** Word → numbers of the senses that hold it. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
  /** Base → best prior of a sense that names it exactly. */
  readonly exact: ReadonlyMap<number, number>;
  readonly contextExact: ReadonlyMap<number, number>;
  readonly fieldWeight: Float64Array;
};

export type BaseMatch = {
  readonly base: number;
  /** Shares, 0 to 1, of the row's words that the component explains: label, synonym, context. */
  readonly label: number;
  readonly synonym: number;
  readonly context: number;
  /** Share of the component's analyte that label or synonym explains; that the context adds. */
  readonly covered: number;
  readonly coveredByContext: number;
  /** Of the divisor, 0 when there is none. */
  readonly divisor: number;
  /** 0 to 1: the lexicon names this very component. */
  readonly exact: number;
  readonly contextExact: number;
  /** Sum of idf of analyte words that nothing in the row explains. */
  readonly unexplained: number;
};

/** The query that `reading` makes, with the names of `chapters` around it. */
export function queryOf(reading: RowReading, chapters: readonly TextReading[] = reading.chapters): Query {
  const segments: QuerySegment[] = [];
  const senses: QuerySense[] = [];
  const holders = new Map<number, number[]>();
  const exact = new Map<number, number>();
  const contextExact = new Map<number, number>();
  const fieldWeight = new Float64Array(3);
  const add = (text: TextReading, field: number): void => {
    for (const segment of text.segments) {
      const weight = weightOf(segment);
      if (weight === 0) continue;
      fieldWeight[field]! += weight;
      segments.push({ field, weight });
      for (const analyte of segment.analytes) {
        const number = senses.length;
        senses.push({
          segment: segments.length - 1,
          mass: analyte.mass,
          prior: analyte.prior * (segment.echo ? 0.4 : 1),
        });
        for (const word of analyte.words) {
          const list = holders.get(word);
          if (list === undefined) holders.set(word, [number]);
          else list.push(number);
        }
        if (analyte.base >= 0 && !analyte.modifier) {
          const map = field === CONTEXT ? contextExact : exact;
          map.set(analyte.base, Math.max(map.get(analyte.base) ?? 0, analyte.prior * (segment.echo ? 0.25 : 1)));
        }
      }
    }
  };
  add(reading.label, LABEL);
  if (reading.synonym) add(reading.synonym, SYNONYM);
  for (const exam of reading.exams) if (exam.text !== reading.label.text) add(exam, CONTEXT);
  for (const chapter of chapters) add(chapter, CONTEXT);
  return { segments, senses, holders, exact, contextExact, fieldWeight };
}

/** How much it matters that a component explains a segment: rare analytes matter most, specimens and techniques hardly. */
function weightOf(segment: Segment): number {
  const said =
    segment.specimen !== undefined || segment.axes.length > 0 || segment.challenge || segment.administrative > 0;
  if (segment.analytes.length === 0) {
    if (said) return 0;
    return segment.text.length >= 3 && /\p{L}/u.test(segment.text) ? 2.5 : /\p{L}/u.test(segment.text) ? 0.8 : 0.3;
  }
  const mass = segment.analytes.reduce(
    (most, analyte) => Math.max(most, analyte.mass * (analyte.modifier ? 0.5 : 1)),
    0,
  );
  const sure = segment.recognition === "guess" ? 0.7 : 1;
  return Math.min(9, mass) * sure * (said ? 0.35 : 1) * (segment.echo ? 0.25 : 1);
}

/** Compares a query with bases. The matches hold until the next call. */
export type BaseMatcher = (query: Query, bases: readonly number[]) => readonly BaseMatch[];

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** A matcher over `index`; it keeps its working arrays between calls, and the matches that it hands out. */
export function buildBaseMatcher(index: ReferenceIndex): BaseMatcher {
  const { startOf, words } = wordsOfBases(index);
  const layOut = buildLayout(index.wordTexts.length);
  const matches: Mutable<BaseMatch>[] = [];
  const field = new Float64Array(3);

  const matchBase = (query: Query, laid: Layout, match: Mutable<BaseMatch>): void => {
    const { base } = match;
    const { first, holder, fieldOf, prior, mass, segment, found, reached, best, weight, segmentField } = laid;
    let count = 0;
    let covered = 0;
    let byContext = 0;
    let unexplained = 0;
    let divisorCovered = 0;
    let divisorMass = 0;
    let at = startOf[base]!;
    const whole = words[at++]! || 1;
    for (let part = 0; part < 2; part++) {
      for (let left = words[at++]!; left > 0; left--) {
        const word = words[at++]! | 0;
        const rarity = words[at++]!;
        let label = 0;
        let context = 0;
        // lists of holders end with a zero
        for (let h = first[word]!; holder[h] !== 0; h++) {
          const sense = holder[h]! - 1;
          if (found[sense] === 0) reached[count++] = sense;
          found[sense]! += rarity;
          const sure = prior[sense]!;
          if (fieldOf[sense] === CONTEXT) {
            if (sure > context) context = sure;
          } else if (sure > label) label = sure;
        }
        if (part === 1) {
          divisorMass += rarity;
          divisorCovered += rarity * Math.max(label, context);
        } else if (label === 0 && context === 0) unexplained += rarity;
        else {
          covered += rarity * label;
          byContext += rarity * Math.max(0, context - label);
        }
      }
    }
    for (let i = 0; i < count; i++) {
      const sense = reached[i]!;
      const explained = (found[sense]! / mass[sense]!) * (0.5 + 0.5 * prior[sense]!);
      if (explained > best[segment[sense]!]!) best[segment[sense]!] = explained;
      found[sense] = 0;
    }
    field[LABEL] = field[SYNONYM] = field[CONTEXT] = 0;
    for (let s = 0; s < laid.segments; s++) {
      if (best[s] === 0) continue;
      field[segmentField[s]!]! += weight[s]! * best[s]!;
      best[s] = 0;
    }
    match.label = share(query, field, LABEL);
    match.synonym = share(query, field, SYNONYM);
    match.context = share(query, field, CONTEXT);
    match.covered = Math.min(1, covered / whole);
    match.coveredByContext = Math.min(1, byContext / whole);
    match.divisor = divisorMass === 0 ? 0 : Math.min(1, divisorCovered / divisorMass);
    match.exact = query.exact.get(base) ?? 0;
    match.contextExact = query.contextExact.get(base) ?? 0;
    match.unexplained = unexplained;
  };

  return (query, bases) => {
    const laid = layOut(query);
    while (matches.length < bases.length) matches.push(unknown());
    bases.forEach((base, i) => {
      matches[i]!.base = base;
      matchBase(query, laid, matches[i]!);
    });
    return matches.slice(0, bases.length);
  };
}

/**
 * All that is compared of a base, end to end: the mass of its analyte; how many words the analyte has, then each with its rarity; the same of the
 * divisor. Hundreds of bases are compared for a row, far from each other in memory: what is of one base stands together, to be fetched at once.
 */
function wordsOfBases({ analyteMass, analyteWords, divisorWords, idf }: ReferenceIndex): {
  readonly startOf: Int32Array;
  readonly words: Float32Array;
} {
  const count = analyteMass.length;
  const startOf = new Int32Array(count);
  const words = new Float32Array(3 * count + 2 * (analyteWords.items.length + divisorWords.items.length));
  let at = 0;
  for (let base = 0; base < count; base++) {
    startOf[base] = at;
    words[at++] = analyteMass[base]!;
    for (const { starts, items } of [analyteWords, divisorWords]) {
      words[at++] = starts[base + 1]! - starts[base]!;
      for (let i = starts[base]!; i < starts[base + 1]!; i++) {
        words[at++] = items[i]!;
        words[at++] = idf[items[i]!]!;
      }
    }
  }
  return { startOf, words };
}

function share(query: Query, field: Float64Array, which: number): number {
  const whole = query.fieldWeight[which]!;
  return whole === 0 ? 0 : Math.min(1, field[which]! / whole);
}

/** A match to be filled in. Shares begin as no whole number, so that all matches have one shape from the first row on. */
function unknown(): Mutable<BaseMatch> {
  return {
    base: 0,
    label: Number.NaN,
    synonym: Number.NaN,
    context: Number.NaN,
    covered: Number.NaN,
    coveredByContext: Number.NaN,
    divisor: Number.NaN,
    exact: Number.NaN,
    contextExact: Number.NaN,
    unexplained: Number.NaN,
  };
}

/** A match like `match`, which the next call leaves as it is. */
export function copyOf(match: BaseMatch): BaseMatch {
  const { base, label, synonym, context, covered, coveredByContext, divisor, exact, contextExact, unexplained } = match;
  const copy = unknown();
  copy.base = base;
  copy.label = label;
  copy.synonym = synonym;
  copy.context = context;
  copy.covered = covered;
  copy.coveredByContext = coveredByContext;
  copy.divisor = divisor;
  copy.exact = exact;
  copy.contextExact = contextExact;
  copy.unexplained = unexplained;
  return copy;
}
