/** How well the words of a row and the words of a component agree, both ways. */
import type { Segment, TextReading } from "./read-text.ts";
import type { ReferenceIndex } from "./reference-index.ts";
import type { RowReading } from "./read-row.ts";

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

/** The query that `reading` makes. */
export function queryOf(reading: RowReading): Query {
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
        senses.push({ segment: segments.length - 1, mass: analyte.mass, prior: analyte.prior });
        for (const word of analyte.words) {
          const list = holders.get(word);
          if (list === undefined) holders.set(word, [number]);
          else list.push(number);
        }
        if (analyte.base >= 0 && !analyte.modifier) {
          const map = field === CONTEXT ? contextExact : exact;
          map.set(analyte.base, Math.max(map.get(analyte.base) ?? 0, analyte.prior));
        }
      }
    }
  };
  add(reading.label, LABEL);
  if (reading.synonym) add(reading.synonym, SYNONYM);
  for (const exam of reading.exams) if (exam.text !== reading.label.text) add(exam, CONTEXT);
  for (const chapter of reading.chapters) add(chapter, CONTEXT);
  return { segments, senses, holders, exact, contextExact, fieldWeight };
}

/** How much it matters that a component explains a segment: rare analytes matter most, specimens and techniques hardly. */
function weightOf(segment: Segment): number {
  const said = segment.specimen !== undefined || segment.axes.length > 0 || segment.challenges.length > 0 || segment.administrative > 0;
  if (segment.analytes.length === 0) {
    if (said) return 0;
    return segment.text.length >= 3 && /\p{L}/u.test(segment.text) ? 2.5 : /\p{L}/u.test(segment.text) ? 0.8 : 0.3;
  }
  const mass = segment.analytes.reduce((most, analyte) => Math.max(most, analyte.mass * (analyte.modifier ? 0.5 : 1)), 0);
  const sure = segment.recognition === "guess" ? 0.7 : 1;
  return Math.min(9, mass) * sure * (said ? 0.35 : 1);
}

/** How `base` agrees with `query`. */
export function matchBase(index: ReferenceIndex, query: Query, base: number, scratch: Float64Array): BaseMatch {
  scratch.fill(0, 0, query.senses.length);
  let covered = 0;
  let byContext = 0;
  let unexplained = 0;
  let divisorCovered = 0;
  let divisorMass = 0;
  const visit = (word: number, analyte: boolean): void => {
    const idf = index.idf[word]!;
    let label = 0;
    let context = 0;
    for (const number of query.holders.get(word) ?? []) {
      const sense = query.senses[number]!;
      scratch[number]! += idf;
      if (query.segments[sense.segment]!.field === CONTEXT) context = Math.max(context, sense.prior);
      else label = Math.max(label, sense.prior);
    }
    if (analyte) {
      covered += idf * label;
      byContext += idf * Math.max(0, context - label);
      if (label === 0 && context === 0) unexplained += idf;
    } else {
      divisorMass += idf;
      divisorCovered += idf * Math.max(label, context);
    }
  };
  const { analyteWords, divisorWords } = index;
  for (let i = analyteWords.starts[base]!; i < analyteWords.starts[base + 1]!; i++) visit(analyteWords.items[i]!, true);
  for (let i = divisorWords.starts[base]!; i < divisorWords.starts[base + 1]!; i++) visit(divisorWords.items[i]!, false);

  const field = [0, 0, 0];
  let segment = -1;
  let bestShare = 0;
  const close = (): void => {
    if (segment >= 0) field[query.segments[segment]!.field]! += query.segments[segment]!.weight * bestShare;
  };
  for (let number = 0; number < query.senses.length; number++) {
    const sense = query.senses[number]!;
    if (sense.segment !== segment) {
      close();
      segment = sense.segment;
      bestShare = 0;
    }
    const share = sense.mass === 0 ? 0 : (scratch[number]! / sense.mass) * (0.5 + 0.5 * sense.prior);
    if (share > bestShare) bestShare = share;
  }
  close();
  const mass = index.analyteMass[base]! || 1;
  const share = (f: number): number => (query.fieldWeight[f]! === 0 ? 0 : Math.min(1, field[f]! / query.fieldWeight[f]!));
  return {
    base,
    label: share(LABEL),
    synonym: share(SYNONYM),
    context: share(CONTEXT),
    covered: Math.min(1, covered / mass),
    coveredByContext: Math.min(1, byContext / mass),
    divisor: divisorMass === 0 ? 0 : Math.min(1, divisorCovered / divisorMass),
    exact: query.exact.get(base) ?? 0,
    contextExact: query.contextExact.get(base) ?? 0,
    unexplained,
  };
}
