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
  const columns = columnsOf(engine);
  const width = columns.length;
  const { starts, items } = engine.index.termsOfBase;
  // By place: the terms of a base stand together, as candidates come, so that what is read next is near.
  const ids = new Uint32Array(items.length * width);
  for (let place = 0; place < items.length; place++)
    for (let c = 0; c < width; c++) ids[place * width + c] = columns[c]!.ids[items[place]!]!;
  const sayingsOf = buildSayings();
  const parts = (): Parts => ({
    said: COLUMNS.map(() => new Map()),
    own: new Float64Array(items.length).fill(Number.NaN),
  });
  const [unitless, united] = [parts(), parts()];
  /** Of each candidate, its place. */
  let places = new Uint32Array(0);
  const features = new Float32Array(FEATURES.length);
  let habits: Habits | undefined;
  const tableOf = (tables: Map<string, Table>, c: number, saying: string): Table => {
    let table = tables.get(saying);
    if (table === undefined) {
      if (tables.size >= MOST_SAYINGS) tables.clear();
      table = new Float64Array(columns[c]!.count).fill(Number.NaN);
      tables.set(saying, table);
    }
    return table;
  };

  return ({ facts, terms, matches }) => {
    if (facts.reading.row.context.habits !== habits) {
      // Another catalogue: what rows leave unsaid means something else there.
      habits = facts.reading.row.context.habits;
      for (const tables of [...unitless.said, ...united.said]) tables.clear();
      unitless.own.fill(Number.NaN);
    }
    const scores = new Float64Array(terms.length);
    if (places.length < terms.length) places = new Uint32Array(terms.length);
    const part = (i: number, which: number, those: readonly number[]): number => {
      engine.write(facts, matches[i]!, terms[i]!, features, 0, which);
      let sum = 0;
      for (const f of those) if (features[f] !== 0) sum += weights[f]! * features[f]!;
      return sum;
    };
    const { said, own } = facts.reading.unit === undefined ? unitless : united;
    /** Adds, to the scores from `from` to `to`, every part but the base's. */
    const add = (from: number, to: number, sayings: Sayings): void => {
      const tables = sayings.map((saying, c) => tableOf(said[c]!, c, saying));
      for (let i = from; i < to; i++) {
        const place = places[i]!;
        const at = place * width;
        if (Number.isNaN(own[place]!)) own[place] = part(i, PART.term | PART.kind, OF_TERM);
        let sum = own[place]!;
        for (let c = 0; c < width; c++) {
          const table = tables[c]!;
          const id = ids[at + c]!;
          if (Number.isNaN(table[id]!)) table[id] = part(i, PART[COLUMNS[c]!], OF_COLUMN[c]!);
          sum += table[id]!;
        }
        scores[i]! += sum;
      }
    };
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
      scores.fill(part(from, PART.base, OF_BASE), from, to);
      if (!hinted.has(base)) continue;
      add(waiting, from, common);
      add(from, to, sayingsOf(facts, base));
      waiting = to;
    }
    add(waiting, terms.length, common);
    return scores;
  };
}

/**
 * For each column the number of each term's value, and how many there are. Of a component only the challenge: before it stands the base; system usage is
 * the system, and whether the term is usual and ranked.
 */
function columnsOf({ index, french }: Engine): { ids: Uint32Array; count: number }[] {
  const { release, challenges } = index;
  const { coded, codes, rank } = release;
  const systemUsage = coded.system.ids.map(
    (id, term) => 4 * id + (french.has(codes[term]!) ? 2 : 0) + (rank[term]! > 0 ? 1 : 0),
  );
  const challengeOf = coded.component.ids.map((id) => challenges.ids[id]!);
  return COLUMNS.map((column) =>
    column === "component"
      ? { ids: challengeOf, count: challenges.values.length }
      : column === "systemUsage"
        ? { ids: systemUsage, count: 4 * coded.system.values.length }
        : { ids: coded[column].ids, count: coded[column].values.length },
  );
}
