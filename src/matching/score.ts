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

/** By column; none where nothing is scored. */
type Tables = readonly (Table | undefined)[];

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
  const { sayingsOf, sayingsOfBase } = buildSayings();
  const parts = (): Parts => ({
    said: COLUMNS.map(() => new Map()),
    own: new Float64Array(items.length).fill(Number.NaN),
  });
  const [unitless, united] = [parts(), parts()];
  /** Of each candidate, its place; what its columns add up to. */
  let places = new Int32Array(0);
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
    for (let k = 0; k < those.length; k++) {
      const f = those[k]!;
      const value = features[f]!;
      if (value === 0) continue;
      sum += weights[f]! * value;
      features[f] = 0;
    }
    return sum;
  };
  /** The tables of what is said of each column; none where nothing is scored. `known` are those of `same`, which says mostly the same. */
  const tablesOf = (said: Parts["said"], sayings: Sayings, same?: Sayings, known?: Tables): Tables => {
    const tables: (Table | undefined)[] = [];
    for (let c = 0; c < WIDTH; c++) {
      const saying = sayings[c]!;
      if (same !== undefined && saying === same[c]) tables.push(known![c]);
      else tables.push(saying === "" && SILENT[COLUMNS[c]!] ? undefined : tableOf(said[c]!, c, saying));
    }
    return tables;
  };
  /** Adds, to the scores from `from` to `to`, every part but the base's: one column after the other, for its table is then near. */
  const add = (pool: Candidates, scores: Float64Array, from: number, to: number, own: Table, tables: Tables): void => {
    const placeOf = places;
    const sum = sums;
    for (let i = from; i < to; i++) {
      const place = placeOf[i]!;
      if (Number.isNaN(own[place]!)) own[place] = part(pool, i, PART.term | PART.kind, OF_TERM);
      sum[i] = own[place]!;
    }
    for (let c = 0; c < tables.length; c++) {
      const table = tables[c];
      if (table === undefined) continue;
      for (let i = from; i < to; i++) {
        const id = ids[placeOf[i]! * tables.length + c]!;
        if (Number.isNaN(table[id]!)) table[id] = part(pool, i, PART[COLUMNS[c]!], OF_COLUMN[c]!);
        sum[i]! += table[id]!;
      }
    }
    for (let i = from; i < to; i++) scores[i]! += sum[i]!;
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
      places = new Int32Array(2 * terms.length);
      sums = new Float64Array(2 * terms.length);
    }
    const hinted = new Set(facts.hints.map((hint) => hint.base));
    const { said, own } = facts.reading.unit === undefined ? unitless : united;
    const common = sayingsOf(facts);
    const tables = tablesOf(said, common);
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
      add(pool, scores, waiting, from, own, tables);
      add(pool, scores, from, to, own, tablesOf(said, sayingsOfBase(facts, base, common), common, tables));
      waiting = to;
    }
    add(pool, scores, waiting, terms.length, own, tables);
    return scores;
  };
}

type Columns = { readonly ids: Uint16Array | Uint32Array; readonly counts: readonly number[] };

/**
 * For each place (the terms of a base stand together, as candidates come) the number of its term's value in each column, side by side, so that what is
 * read next is near; and how many values each column has. Of a component only the challenge: before it stands the base; system usage is the system and
 * whether the term is usual and ranked, nothing when it is neither.
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
