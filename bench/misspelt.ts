/**
 * How many codes are still found when labels are written worse: of the analyses of gold catalogues that get a right code, one word of each label is misspelt, cut or
 * run together with the next, and the catalogue is mapped again. `npm run bench:misspelt -- --reference PATH --gold DIR [--gold DIR…]`. Always the same slips.
 * The catalogues may have taught the model: what counts is the difference that a slip makes.
 */
import { parseArgs } from "node:util";
import type { Analysis, Catalogue } from "../src/catalogue/types.ts";
import { groundsFor, loadModel, openReleases } from "../src/engine/open-matcher.ts";
import { loadGold } from "../src/evaluation/load-gold.ts";
import { fold } from "../src/lexicon/normalise.ts";
import { matchCatalogue } from "../src/matching/match-catalogue.ts";
import type { Proposal } from "../src/matching/proposal.ts";

/** Words that get a slip. */
const WORD = /\p{L}{6,}/gu;
const OTHERS = "aeiorstnlc";

/** A number from 0 to `below`, the same for the same text. */
function drawn(text: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % below;
}

/** `label` with one of its words, if one is long enough, as `slip` makes it at a place inside. */
function inWord(label: string, slip: (word: string, at: number) => string): string {
  const words = [...label.matchAll(WORD)];
  const chosen = words[drawn(label, Math.max(1, words.length))];
  if (chosen === undefined) return label;
  const [word] = chosen;
  const at = 1 + drawn(word, word.length - 2);
  return label.slice(0, chosen.index) + slip(word, at) + label.slice(chosen.index + word.length);
}

const SLIPS: readonly (readonly [name: string, slip: (label: string) => string])[] = [
  ["a letter left out", (label) => inWord(label, (word, at) => word.slice(0, at) + word.slice(at + 1))],
  ["a letter doubled", (label) => inWord(label, (word, at) => word.slice(0, at) + word[at] + word.slice(at))],
  [
    "two letters swapped",
    (label) => inWord(label, (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)),
  ],
  [
    "a letter changed",
    (label) =>
      inWord(label, (word, at) => word.slice(0, at) + OTHERS[drawn(label, OTHERS.length)] + word.slice(at + 1)),
  ],
  ["a word cut at 7 letters", (label) => inWord(label, (word) => word.slice(0, 7))],
  ["a word cut at 5", (label) => inWord(label, (word) => `${word.slice(0, 5)}.`)],
  ["a blank left out", (label) => label.replace(/(\p{L}{3})[ .-]+(?=\p{L})/u, "$1")],
  ["full stops for blanks", (label) => label.replaceAll(" ", ".")],
  ["capitals without accents", (label) => fold(label).toUpperCase()],
  ["cut at 20 letters", (label) => label.slice(0, 20)],
  ["turned round a comma", (label) => label.replace(/^(\S+) (.+)$/u, "$2, $1")],
];

const { values: options } = parseArgs({
  options: { reference: { type: "string", multiple: true }, gold: { type: "string", multiple: true } },
});
if (!options.gold) {
  console.error("usage: npm run bench:misspelt -- --reference PATH --gold DIR [--gold DIR…]");
  process.exit(2);
}
const { release } = await openReleases(options.reference ?? []);
const matcher = { ...groundsFor(release, "fr"), model: loadModel() };
const golds = await Promise.all(options.gold.map(loadGold));
const proposed = (catalogue: Catalogue): Map<string, Proposal> =>
  new Map(
    matchCatalogue(matcher, catalogue)
      .filter(({ level }) => level === "analysis")
      .map((proposal) => [proposal.code, proposal]),
  );
const before = golds.map(({ catalogue }) => proposed(catalogue));

for (const [name, slip] of SLIPS) {
  const counts = { rows: 0, right: 0, none: 0, lot: 0, wrong: 0 };
  golds.forEach(({ catalogue, gold }, i) => {
    const written = new Map(catalogue.analyses.map(({ code, label }) => [code, slip(label)]));
    const labels = new Map(catalogue.analyses.map(({ code, label }) => [code, label]));
    const after = proposed({
      ...catalogue,
      analyses: catalogue.analyses.map((analysis): Analysis => ({ ...analysis, label: written.get(analysis.code)! })),
      exams: catalogue.exams.map((exam) => {
        const [only, ...others] = exam.analyses;
        const same = only !== undefined && others.length === 0 && labels.get(only) === exam.label;
        return same ? { ...exam, label: written.get(only)! } : exam;
      }),
    });
    for (const { level, code, accepted } of gold) {
      const isRight = (proposal: Proposal | undefined): boolean =>
        accepted.includes(proposal?.candidates[0]?.loinc ?? "none");
      const first = before[i]!.get(code);
      if (level !== "analysis" || written.get(code) === labels.get(code) || first?.band === "none" || !isRight(first))
        continue;
      const then = after.get(code)!;
      counts.rows++;
      if (isRight(then)) counts.right++;
      if (then.band === "none") counts.none++;
      if (then.band === "auto") counts.lot++;
      if (then.band === "auto" && !isRight(then)) counts.wrong++;
    }
  });
  const { rows, right, none, lot, wrong } = counts;
  console.log(
    `${name.padEnd(26)} ${String(rows).padStart(6)} rows: right code still first ${percent(right / rows)}, left without ${percent(none / rows)}, ` +
      `in the lot ${percent(lot / rows)}, wrong of these ${percent(wrong / Math.max(1, lot))}`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
