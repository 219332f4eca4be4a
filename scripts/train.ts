/**
 * Learns reference/model.json and docs/model-card.md from gold catalogues:
 * `npm run train -- --reference Loinc.csv --gold DIR… (four or more) [--extra MAPPINGS.tsv…] [--jobs 2]`. No chance is involved: the same input
 * gives the same model, whatever the number of jobs, among which catalogues are shared out to be measured on.
 */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { groundsFor, openReleases } from "../src/engine/open-matcher.ts";
import { crossValidate, type HeldOut } from "../src/evaluation/cross-validate.ts";
import { foldsOf } from "../src/evaluation/folds.ts";
import { learnModel } from "../src/evaluation/learn.ts";
import { loadGold } from "../src/evaluation/load-gold.ts";
import { loadMappings } from "../src/evaluation/load-mappings.ts";
import { measuredLots } from "../src/evaluation/measured-lots.ts";
import type { Metrics } from "../src/evaluation/metrics.ts";
import { modelText } from "../src/evaluation/model-text.ts";
import { prepare, rankingExamples } from "../src/evaluation/prepare.ts";
import { ASKED_PRECISION } from "../src/evaluation/threshold.ts";
import type { Model } from "../src/matching/model.ts";
import type { Trees } from "../src/matching/trees.ts";

/** Of extra mappings, one row in six is enough, at a fifth of the weight of a gold row. */
const EXTRA_STEP = 6;
const EXTRA_WEIGHT = 0.2;
/** To measure, this many catalogues are left out at a time: one at a time would take twice as long. */
const LEFT_OUT = 2;
/** Fewer would leave one to learn from, which then teaches confidence what ranking has seen. */
const LEAST_GOLDS = 2 * LEFT_OUT;
/** The card names this many features of trees. */
const MOST_WORTH = 12;

const { values: options } = parseArgs({
  options: {
    reference: { type: "string", multiple: true },
    gold: { type: "string", multiple: true },
    extra: { type: "string", multiple: true },
    jobs: { type: "string", default: "1" },
    /** Which job this is: it only measures its catalogues and prints what it found. */
    job: { type: "string" },
  },
});
if (!options.gold || options.gold.length < LEAST_GOLDS) {
  console.error(
    `usage: npm run train -- --reference PATH ${"--gold DIR ".repeat(LEAST_GOLDS)}[--gold DIR…] [--extra MAPPINGS.tsv…] [--jobs N]`,
  );
  process.exit(2);
}
const names = options.gold.map((path) => basename(path));
if (new Set(names).size < names.length) throw new Error("two gold folders have the same name: figures go by it");
const folds = Math.ceil(options.gold.length / LEFT_OUT);
const jobs = Math.min(folds, Math.max(1, Math.floor(Number(options.jobs)) || 1));

const measuring =
  options.job === undefined ? Promise.all(Array.from({ length: jobs }, (_, job) => startJob(job))) : undefined;
const { release } = await openReleases(options.reference ?? []);
const grounds = groundsFor(release, "fr");
const golds = (await Promise.all(options.gold.map(loadGold))).map((gold) => prepare(grounds, gold));
const extra = (options.extra ?? [])
  .flatMap((path) => rankingExamples(grounds.engine, loadMappings(grounds.engine, path, EXTRA_STEP)))
  .map((example) => ({ ...example, weight: example.weight * EXTRA_WEIGHT }));
const learning = { precision: ASKED_PRECISION, extra };
if (measuring === undefined) {
  const mine = foldsOf(golds, folds).filter((_, i) => i % jobs === Number(options.job));
  for (const fold of mine)
    for (const result of crossValidate(grounds, fold, learning)) console.log(JSON.stringify(result));
} else {
  const model = learnModel(grounds, golds, learning);
  const found = new Map((await measuring).flat().map((result) => [result.name, result]));
  const heldOut = golds.map(({ name }) => found.get(name)!);
  const measured = measuredLots(heldOut);
  writeFileSync(new URL("../reference/model.json", import.meta.url), modelText({ ...model, measured }));
  writeFileSync(new URL("../docs/model-card.md", import.meta.url), card(heldOut, model));
}

/** The measures of the catalogues of one job, made in a process of its own; fails as that process does. */
async function startJob(job: number): Promise<HeldOut[]> {
  const again = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2), "--job", String(job)];
  const running = promisify(execFile)(process.execPath, again, { maxBuffer: 1 << 26 });
  running.child.stdout?.pipe(process.stdout, { end: false });
  running.child.stderr?.pipe(process.stderr, { end: false });
  const { stdout } = await running;
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as HeldOut);
}

function card(results: readonly HeldOut[], { analysis }: Model): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  const line = (name: string, level: string, m: Metrics): string =>
    `| ${name} | ${level} | ${m.rows} | ${percent(m.exact1)} | ${percent(m.top1)} | ${percent(m.top5)} | ${m.mrr.toFixed(3)} | ${percent(m.auto)} | ${percent(m.autoPrecision)} | ${percent(m.abstentionRecall)} | ${percent(m.abstentionPrecision)} | ${m.ece.toFixed(3)} |`;
  const worth = ({ worth }: Trees<string>): string =>
    Object.entries(worth)
      .slice(0, MOST_WORTH)
      .map(([name, share]) => `\`${name}\` ${share}`)
      .join(", ");
  return `# Model card

\`reference/model.json\` ranks candidates (linear softmax over named features), says how sure it is (boosted decision trees for analyses, logistic regression for
exams and chapters), abstains, and ranks exam options.

- Learned from: ${results.map((result) => result.name).join(", ")} (gold catalogues in the LOINC_1/2/3 layout), reference of ${release.size.toLocaleString("en")} terms.
- Ranking has also seen ${extra.length.toLocaleString("en")} rows of English mappings, each weighing a fifth of a row.
- Command: \`npm run train -- --reference PATH --gold DIR… --extra MAPPINGS.tsv…\`. No chance is involved.
- The gold: A-ville and C1 were coded twice on a part of their rows, B2 once, the others twice (agreement in \`gold/README.md\` and \`examples/README.md\`); no biologist has
  reviewed it. Those in \`gold/\` were written and coded by people who had not seen the lexicon nor run the engine.
- What trees ask of most, in percent of all that their questions gained: confidence ${worth(analysis.confidence)}; abstention ${worth(analysis.abstention)}.
- Limits: few catalogues, all fictitious. Lexicon and reading rules were mended after looking at errors on all of them (of compte-rendus, anglais and reference on a few). What each gave before anybody had looked at it
  stands in \`gold/README.md\`, *First sight*.

Each line below was measured on a catalogue that nothing had learned from (leave ${LEFT_OUT} catalogues out), in percent.

| catalogue | level | rows | best code first | acceptable first | in first 5 | MRR | lot | precision of lot | abstention recall | abstention precision | ECE |
|---|---|---|---|---|---|---|---|---|---|---|---|
${results.flatMap((result) => Object.entries(result.levels).map(([level, metrics]) => line(result.name, level, metrics))).join("\n")}
`;
}
