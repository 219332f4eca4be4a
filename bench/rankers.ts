/**
 * Which way of ranking is best on catalogues that it has not learned from, on the same features: the softmax that ships, pairs of candidates, and boosted trees that
 * begin from the softmax. `npm run bench:rankers -- --reference Loinc.csv --gold DIR --gold DIR [--gold DIR…]`. Takes minutes a catalogue. No chance is involved.
 */
import { parseArgs } from "node:util";
import { groundsFor, openReleases } from "../src/engine/open-matcher.ts";
import { type AnalysisCase, gainOf } from "../src/evaluation/examples.ts";
import { learnRanking } from "../src/evaluation/learn-analyses.ts";
import { loadGold } from "../src/evaluation/load-gold.ts";
import { type Prepared, prepare } from "../src/evaluation/prepare.ts";
import { priorWeights } from "../src/evaluation/prior-weights.ts";
import { codeOf } from "../src/loinc/release.ts";
import { ranked, scores } from "../src/matching/candidates.ts";
import { FEATURES } from "../src/matching/feature-names.ts";
import { trainPairwise } from "./rankers/train-pairwise.ts";
import { type TreeExample, trainTrees } from "./rankers/train-trees.ts";
import { forestOf, sumOf } from "./rankers/trees.ts";

/** Trees look at the best candidates only, and at how far each is behind the first. */
const SHORTLIST = 24;
const NAMES = [...FEATURES, "behind"] as const;
const TREES = { names: NAMES, rounds: 100, depth: 3, rate: 0.1, ridge: 8, least: 8 };
const PAIRS = { width: FEATURES.length, epochs: 20, rate: 0.05, decay: 0.0005, prior: priorWeights() };

const { values: options } = parseArgs({
  options: { reference: { type: "string", multiple: true }, gold: { type: "string", multiple: true } },
});
if (!options.gold || options.gold.length < 2) {
  console.error("usage: npm run bench:rankers -- --reference PATH --gold DIR --gold DIR [--gold DIR…]");
  process.exit(2);
}
const { release } = await openReleases(options.reference ?? []);
const grounds = groundsFor(release, "fr");
const golds = (await Promise.all(options.gold.map(loadGold))).map((gold) => prepare(grounds, gold));

type Ranker = (item: AnalysisCase) => readonly number[];
const totals = new Map<string, { rows: number; first: number; five: number }>();

for (const held of golds) {
  const others = golds.filter((gold) => gold !== held);
  const weights = learnRanking(others, []);
  const pairs = trainPairwise(
    others.flatMap((gold) => gold.examples),
    PAIRS,
  );
  const linear =
    (by: Float32Array): Ranker =>
    ({ pool }) =>
      ranked(pool, scores(pool, by), 5);
  const rankers: readonly (readonly [string, Ranker])[] = [
    ["softmax", linear(weights)],
    ["pairs", linear(pairs)],
    ["trees", treeRanker(others, weights)],
  ];
  console.log(held.name.padEnd(24), ...rankers.map(([name, rank]) => `${name} ${told(name, held, rank)}`.padEnd(26)));
}
for (const [name, { rows, first, five }] of totals)
  console.log(`${name}: first ${percent(first / rows)}, in five ${percent(five / rows)}, of ${rows} analyses`);

function treeRanker(others: readonly Prepared[], weights: Float32Array): Ranker {
  const shortlists = others
    .flatMap((gold) => gold.cases)
    .filter(({ item }) => item.loinc !== "")
    .map((item) => shortlist(item, weights).example)
    .filter(({ gains }) => gains.some((gain) => gain > 0));
  const forest = forestOf(trainTrees(shortlists, TREES), NAMES);
  return (item) => {
    const { kept, example } = shortlist(item, weights);
    const score = example.start.map((start, i) => start + sumOf(forest, example.features, i * NAMES.length));
    const order = [...kept.keys()].sort((a, b) => score[b]! - score[a]! || a - b);
    return order.slice(0, 5).map((i) => kept[i]!);
  };
}

function shortlist(
  { item, pool }: AnalysisCase,
  weights: Float32Array,
): { readonly kept: readonly number[]; readonly example: TreeExample } {
  const score = scores(pool, weights);
  const kept = ranked(pool, score, SHORTLIST);
  const features = new Float32Array(kept.length * NAMES.length);
  kept.forEach((i, k) => {
    features.set(pool.featuresOf(i), k * NAMES.length);
    features[(k + 1) * NAMES.length - 1] = Math.min(8, score[kept[0]!]! - score[i]!);
  });
  const gains = Float32Array.from(kept, (i) => gainOf(item, codeOf(release, pool.terms[i]!)));
  const weight = item.certainty === "unsure" ? 0.5 : 1;
  return { kept, example: { features, gains, start: Float64Array.from(kept, (i) => score[i]!), weight } };
}

function told(name: string, held: Prepared, rank: Ranker): string {
  const coded = held.cases.filter(({ item }) => item.loinc !== "");
  const places = coded.map((item) =>
    rank(item).findIndex((i) => item.item.accepted.includes(codeOf(release, item.pool.terms[i]!))),
  );
  const first = places.filter((place) => place === 0).length;
  const five = places.filter((place) => place >= 0).length;
  const total = totals.get(name) ?? { rows: 0, first: 0, five: 0 };
  totals.set(name, { rows: total.rows + coded.length, first: total.first + first, five: total.five + five });
  return `${percent(first / coded.length)} / ${percent(five / coded.length)}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
