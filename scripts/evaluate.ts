/**
 * Measures everything: `npm run eval -- --reference PATH --gold DIR --gold DIR [--gold DIR…] [--teach DIR…] [--out DIR] [--summary --date JJ/MM/AAAA]`. Prints tables;
 * writes evaluation.html and evaluation.json to --out, and docs/evaluation.md with --summary. Takes minutes: it learns again for each catalogue
 * and each ablation. The same input gives the same figures.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { buildBaseline } from "../bench/minisearch-baseline.ts";
import { groundsFor, loadModel, openReleases } from "../src/engine/open-matcher.ts";
import { evaluateAll } from "../src/evaluation/evaluation.ts";
import { evaluationPage } from "../src/evaluation/evaluation-page.ts";
import { evaluationSummary, evaluationText } from "../src/evaluation/evaluation-text.ts";
import { loadGold } from "../src/evaluation/load-gold.ts";
import { ASKED_PRECISION } from "../src/evaluation/threshold.ts";
import { buildLexicon } from "../src/lexicon/lexicon.ts";
import { buildEngine } from "../src/matching/candidates.ts";

const { values: options } = parseArgs({
  options: {
    reference: { type: "string", multiple: true },
    gold: { type: "string", multiple: true },
    /** Catalogues to learn from that are not measured. */
    teach: { type: "string", multiple: true, default: [] },
    out: { type: "string" },
    summary: { type: "boolean", default: false },
    date: { type: "string", default: "" },
  },
});
if (!options.reference || !options.gold || options.gold.length < 2 || (options.summary && options.date === "")) {
  console.error(
    "usage: npm run eval -- --reference PATH --gold DIR --gold DIR [--gold DIR…] [--teach DIR…] [--out DIR] [--summary --date DATE]",
  );
  process.exit(2);
}

const { release } = await openReleases(options.reference);
const golds = await Promise.all(options.gold.map(loadGold));
const grounds = groundsFor(release, "fr");
const { index } = grounds.engine;
const baseline = buildBaseline(release);
const started = performance.now();
const evaluation = evaluateAll({
  golds,
  teachers: await Promise.all(options.teach.map(loadGold)),
  grounds,
  bare: () => ({ ...grounds, engine: buildEngine(buildLexicon(new Map()), index, new Set(grounds.panels.french)) }),
  shipped: loadModel(),
  precision: ASKED_PRECISION,
  search: baseline.search,
  progress: (text) => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`),
});
console.log(evaluationText(evaluation));
if (options.out !== undefined) {
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, "evaluation.html"), evaluationPage(evaluation, options.date));
  writeFileSync(join(options.out, "evaluation.json"), `${JSON.stringify(evaluation, null, 1)}\n`);
}
if (options.summary) {
  // Only names: where a person keeps catalogues is nobody else's business.
  const names = [
    ...golds.map((gold) => `--gold ${gold.name}`),
    ...options.teach.map((path) => `--teach ${basename(path)}`),
  ].join(" ");
  const command = `npm run eval -- --reference ${options.reference.map((path) => basename(path)).join(" ")} ${names} --summary --date ${options.date}`;
  writeFileSync(
    new URL("../docs/evaluation.md", import.meta.url),
    evaluationSummary(evaluation, options.date, [command]),
  );
}
