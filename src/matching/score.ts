/** Scores the candidates of a row by adding up parts, each worked out once for all rows and candidates that share what it looks at. */
import type { Candidates, Engine } from "./candidates.ts";
import { FEATURES } from "./feature-names.ts";
import { PART } from "./features.ts";
import { analysisWeights, type Model } from "./model.ts";
import type { Habits } from "./row.ts";
import { buildSayings, COLUMNS, type Sayings } from "./sayings.ts";

/** The score of each candidate: what the dot product of weights and features gives, but for the last bits. */
export type Scorer = (candidates: Candidates) => Float64Array;

/** Parts by the number of what they look at; NaN where it is not worked out yet. */
type Table = Float64Array;

/** Parts of rows that have a unit, or of rows that have none. */
type Parts = {
  /** By column, then by what a row says of it. */
  readonly said: readonly Map<string, Table>[];
  /** By place: what does not depend on the rest of the row. */
  readonly own: Table;
};

/** Tables kept of a column before all are forgotten: a laboratory says a few hundred different things of an axis. */
const MOST_SAYINGS = 1000;

/** How the features of a column's part begin, when they are not called after it. */
const BEGINNINGS: { readonly [column in (typeof COLUMNS)[number]]?: string } = {
  component: "challenge",
  units: "unit",
  systemUsage: "usage\\.(french|ranked)\\.(apart|other)",
};

/** The numbers of the features whose names `pattern` fits: those that a part may have, the others are zero. */
const named = (pattern: RegExp): readonly number[] =>
  [...FEATURES.keys()].filter((feature) => pattern.test(FEATURES[feature]!));

const OF_BASE = named(/^(words|divisor|kind|isotype|nabm)\.|^(percent\.divisor|usage\.base)$/);
const OF_TERM = named(/^(usage|status|use|axes)\.|^property\.(quantity\.|american$)/);
const OF_COLUMN = COLUMNS.map((column) => named(new RegExp(`^${BEGINNINGS[column] ?? column}(\\.|$)`)));

const WIDTH = COLUMNS.length;

/** Columns of which nothing is scored where the row says nothing of them. */
const SILENT: { readonly [column in (typeof COLUMNS)[number]]?: true } = {
  units: true,
  class: true,
  systemUsage: true,
};

const scorers = new WeakMap<Engine, { readonly analysis: Model["analysis"]; readonly score: Scorer }>();

/** The scorer of analyses under `model`, made once for an engine and a model: names of exams use the tables that analyses filled. */
export function scorerOf(engine: Engine, model: Model): Scorer {
  let known = scorers.get(engine);
  if (known?.analysis !== model.analysis) {
    known = { analysis: model.analysis, score: buildScorer(engine, analysisWeights(model)) };
    scorers.set(engine, known);
  }
  return known.score;
}

/** A scorer under `weights`; it keeps its tables between calls. */
export function buildScorer(engine: Engine, weights: Float32Array): Scorer {
  const { starts, items } = engine.index.termsOfBase;
  const { ids, counts } = columnsOf(engine);
  const sayingsOf = buildSayings();
  const parts = (): Parts => ({
    said: COLUMNS.map(() => new Map()),
    own: new Float64Array(items.length).fill(Number.NaN),
  });
  const [unitless, united] = [parts(), parts()];
  /** Of each candidate, its place; what its columns add up to. */
  let places = new Uint32Array(0);
  let sums = new Float64Array(0);
  const features = new Float32Array(FEATURES.length);
  let habits: Habits | undefined;
  const tableOf = (tables: Map<string, Table>, c: number, saying: string): Table => {
    let table = tables.get(saying);
    if (table === undefined) {
      if (tables.size >= MOST_SAYINGS) tables.clear();
      table = new Float64Array(counts[c]!).fill(Number.NaN);
      tables.set(saying, table);
    }
    return table;
  };
  const part = (pool: Candidates, i: number, which: number, those: readonly number[]): number => {
    engine.write(pool.facts, pool.matches[i]!, pool.terms[i]!, features, 0, which);
    let sum = 0;
    for (const f of those) if (features[f] !== 0) sum += weights[f]! * features[f]!;
    return sum;
  };
  /** Adds, to the scores from `from` to `to`, every part but the base's: one column after the other, for its table is then near. */
  const add = (pool: Candidates, scores: Float64Array, from: number, to: number, sayings: Sayings): void => {
    const isUnited = pool.facts.reading.unit !== undefined;
    const { said, own } = isUnited ? united : unitless;
    for (let i = from; i < to; i++) {
      const place = places[i]!;
      if (Number.isNaN(own[place]!)) own[place] = part(pool, i, PART.term | PART.kind, OF_TERM);
      sums[i] = own[place]!;
    }
    for (let c = 0; c < WIDTH; c++) {
      const saying = sayings[c]!;
      if (saying === "" && SILENT[COLUMNS[c]!]) continue;
      const table = tableOf(said[c]!, c, saying);
      for (let i = from; i < to; i++) {
        const id = ids[places[i]! * WIDTH + c]!;
        if (Number.isNaN(table[id]!)) table[id] = part(pool, i, PART[COLUMNS[c]!], OF_COLUMN[c]!);
        sums[i]! += table[id]!;
      }
    }
    for (let i = from; i < to; i++) scores[i]! += sums[i]!;
  };

  return (pool) => {
    const { facts, terms, matches } = pool;
    if (facts.reading.row.context.habits !== habits) {
      // Another catalogue: what rows leave unsaid means something else there.
      habits = facts.reading.row.context.habits;
      for (const tables of [...unitless.said, ...united.said]) tables.clear();
      unitless.own.fill(Number.NaN);
    }
    const scores = new Float64Array(terms.length);
    if (places.length < terms.length) {
      places = new Uint32Array(2 * terms.length);
      sums = new Float64Array(2 * terms.length);
    }
    const hinted = new Set(facts.hints.map((hint) => hint.base));
    const common = sayingsOf(facts, -1);
    // Where the candidates begin that what the row says in common has not been added to yet.
    let waiting = 0;
    for (let from = 0, to = 0; from < terms.length; from = to) {
      const { base } = matches[from]!;
      for (let place = starts[base]!; to < terms.length && matches[to] === matches[from]; to++) {
        while (items[place] !== terms[to]) place++;
        places[to] = place;
      }
      scores.fill(part(pool, from, PART.base, OF_BASE), from, to);
      if (!hinted.has(base)) continue;
      add(pool, scores, waiting, from, common);
      add(pool, scores, from, to, sayingsOf(facts, base));
      waiting = to;
    }
    add(pool, scores, waiting, terms.length, common);
    return scores;
  };
}

/**
 * For each place (the terms of a base stand together, as candidates come) the number of its term's value in each column, side by side, so that what is
 * read next is near; and how many values each column has.
 */
type Columns = { readonly ids: Uint16Array | Uint32Array; readonly counts: readonly number[] };

/**
 * Of a component only the challenge: before it stands the base; system usage is the system and whether the term is usual and ranked, nothing when it
 * is neither.
 */
function columnsOf({ index, french }: Engine): Columns {
  const { release, challenges, termsOfBase } = index;
  const { coded, codes, rank } = release;
  const used = (term: number): number => (french.has(codes[term]!) ? 2 : 0) + (rank[term]! > 0 ? 1 : 0);
  const columns = COLUMNS.map((column): { idOf: (term: number) => number; count: number } => {
    if (column === "component")
      return { idOf: (term) => challenges.ids[coded.component.ids[term]!]!, count: challenges.values.length };
    const { ids, values } = coded[column === "systemUsage" ? "system" : column];
    return column === "systemUsage"
      ? { idOf: (term) => used(term) && 4 * ids[term]! + used(term), count: 4 * values.length }
      : { idOf: (term) => ids[term]!, count: values.length };
  });
  const counts = columns.map(({ count }) => count);
  const { items } = termsOfBase;
  const ids = new (Math.max(...counts) > 0xffff ? Uint32Array : Uint16Array)(items.length * WIDTH);
  columns.forEach(({ idOf }, c) => {
    for (let place = 0; place < items.length; place++) ids[place * WIDTH + c] = idOf(items[place]!);
  });
  return { ids, counts };
}
