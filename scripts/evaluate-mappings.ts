/**
 * How well rows of other people's mappings (tab-separated, see src/evaluation/load-mappings.ts) are ranked, by a model that has not seen them: learned from gold catalogues
 * alone, then from these and the other mappings. `npm run eval:mappings -- --reference Loinc.csv --gold DIR… --mappings A.tsv --mappings B.tsv`. No chance is involved.
 */
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { groundsFor, openReleases } from "../src/engine/open-matcher.ts";
import type { AnalysisCase } from "../src/evaluation/examples.ts";
import { learnRanking } from "../src/evaluation/learn-analyses.ts";
import { loadGold } from "../src/evaluation/load-gold.ts";
import { loadMappings } from "../src/evaluation/load-mappings.ts";
import { prepare, rankingExamples } from "../src/evaluation/prepare.ts";
import { codeOf } from "../src/loinc/release.ts";
import { ranked, scores } from "../src/matching/candidates.ts";

/** A foreign row weighs less than a gold one. */
const WEIGHT = 0.2;

const { values: options } = parseArgs({
  options: {
    reference: { type: "string", multiple: true },
    gold: { type: "string", multiple: true },
    mappings: { type: "string", multiple: true },
    /** One row in so many. */
    step: { type: "string", default: "1" },
  },
});
if (!options.gold || !options.mappings) {
  console.error("usage: npm run eval:mappings -- --reference PATH --gold DIR… --mappings FILE… [--step N]");
  process.exit(2);
}
const { release } = await openReleases(options.reference ?? []);
const grounds = groundsFor(release, "fr");
const golds = (await Promise.all(options.gold.map(loadGold))).map((gold) => prepare(grounds, gold));
const tables = options.mappings.map((path) => ({
  name: basename(path),
  cases: loadMappings(grounds.engine, path, Number(options.step)),
}));

for (const table of tables) {
  const alone = learnRanking(golds, []);
  console.log(`${table.name}: ${table.cases.length} rows; learned from gold alone: ${shares(table.cases, alone)}`);
  for (const other of tables.filter((candidate) => candidate !== table)) {
    const examples = rankingExamples(grounds.engine, other.cases).map((example) => ({
      ...example,
      weight: example.weight * WEIGHT,
    }));
    console.log(`${table.name}: from gold and ${other.name}: ${shares(table.cases, learnRanking(golds, examples))}`);
  }
}

/** Share of rows whose own code comes first, in the first five, and is among the candidates at all. */
function shares(cases: readonly AnalysisCase[], weights: Float32Array): string {
  const found = { first: 0, five: 0, at: 0 };
  for (const { item, pool } of cases) {
    const best = ranked(pool, scores(pool, weights), 5).map((i) => codeOf(release, pool.terms[i]!));
    if (best[0] === item.loinc) found.first++;
    if (best.includes(item.loinc)) found.five++;
    if (pool.terms.some((term) => codeOf(release, term) === item.loinc)) found.at++;
  }
  const percent = (count: number): string => `${((100 * count) / Math.max(1, cases.length)).toFixed(1)} %`;
  return `first ${percent(found.first)}, in five ${percent(found.five)}, collected ${percent(found.at)}`;
}
