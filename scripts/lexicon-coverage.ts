/**
 * How much of what laboratories write, and of what LOINC names, the lexicon understands:
 * `npm run coverage -- --labels FILE [--reference PATH] [--unknown N]`.
 *
 * `--labels` is a tab-separated file with one header line; labels stand in its column named `label` (or that ends in `label`), else in
 * its last column. Printed: the share of their words, counted and weighed by letters, that is read as a form of the lexicon, as a word of
 * LOINC, as a guess or not at all, and the N (default 40) most frequent words that are not read, each with a label.
 *
 * `--reference` is Loinc.csv, a LOINC archive or a pack; labels are read against it (against the starter when there is none), and its
 * components are counted by band of COMMON_TEST_RANK and by class: those that a form has for its target, and those that the targets of
 * several forms make up, as the words of a label are composed. The others of the first 500 ranks are named.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { groundsFor, openReleases } from "../src/engine/open-matcher.ts";
import { readTables } from "../src/lexicon/load-lexicon.ts";
import { componentWords, fold } from "../src/lexicon/normalise.ts";
import { tokens } from "../src/lexicon/tokens.ts";
import { codeOf, type Release, valueAt } from "../src/loinc/release.ts";
import { STATUSES } from "../src/loinc/term.ts";
import type { Recognition, TextReading } from "../src/matching/read-text.ts";
import { lexiconTargets } from "./lexicon-targets.ts";

const { values: options } = parseArgs({
  options: { labels: { type: "string" }, reference: { type: "string" }, unknown: { type: "string", default: "40" } },
});
if (options.labels === undefined) {
  console.error("usage: npm run coverage -- --labels FILE [--reference PATH] [--unknown N]");
  process.exit(2);
}

const { release } = await openReleases(options.reference === undefined ? [] : [options.reference]);
const { engine } = groundsFor(release, "en");
reportLabels(readLabels(options.labels), engine.read, Number(options.unknown));
if (options.reference !== undefined) reportComponents(release, lexiconTargets(readTables()));

function readLabels(path: string): string[] {
  const [header = "", ...lines] = readFileSync(path, "utf8").split(/\r?\n/);
  const columns = header.split("\t").map((name) => fold(name.trim()));
  const exact = columns.indexOf("label");
  const column = exact >= 0 ? exact : columns.findIndex((name) => name.endsWith("label"));
  return lines.map((line) => line.split("\t").at(column)?.trim() ?? "").filter((label) => label !== "");
}

function reportLabels(labels: readonly string[], read: (text: string) => TextReading, most: number): void {
  const kinds: readonly Recognition[] = ["form", "word", "guess", "unknown"];
  const words = new Map<Recognition, number>();
  const letters = new Map<Recognition, number>();
  const unread = new Map<string, { count: number; readonly example: string }>();
  let whole = 0;
  for (const label of labels) {
    const { segments, challenges } = read(label);
    let understood = true;
    for (const word of tokens(label)) {
      // Numbers alone (`N° 2`) mean nothing; a clock that a challenge explains stands in no segment.
      if (!/[a-z]/.test(word.word)) continue;
      const segment = segments.find(({ start, end }) => start <= word.start && word.end <= end);
      const timed = segment === undefined ? challenges.length > 0 : segment.challenge;
      const recognition = timed ? "form" : (segment?.recognition ?? "unknown");
      words.set(recognition, (words.get(recognition) ?? 0) + 1);
      letters.set(recognition, (letters.get(recognition) ?? 0) + word.word.length);
      if (recognition !== "unknown") continue;
      understood = false;
      const known = unread.get(word.word) ?? { count: 0, example: label };
      known.count++;
      unread.set(word.word, known);
    }
    if (understood) whole++;
  }
  const allWords = sum(words.values());
  const allLetters = sum(letters.values());
  console.log(`${labels.length} labels, ${share(whole, labels.length)} without an unknown word; ${allWords} words`);
  for (const kind of kinds) {
    const [some, written] = [words.get(kind) ?? 0, letters.get(kind) ?? 0];
    console.log(
      `  ${kind.padEnd(8)} ${share(some, allWords)} of the words  ${share(written, allLetters)} of the letters`,
    );
  }
  const listed = [...unread].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1)).slice(0, most);
  console.log(`${unread.size} distinct unknown words${listed.length > 0 ? `; the first ${listed.length}:` : ""}`);
  for (const [word, { count, example }] of listed) console.log(`  ${String(count).padStart(4)}  ${word}\t${example}`);
}

type Component = { readonly name: string; readonly code: string; readonly class: string; readonly rank: number };

function reportComponents(release: Release, targets: readonly string[]): void {
  const components = usedComponents(release);
  const whole = new Set(targets.map((target) => target.split("^")[0]!.toLowerCase()));
  const isTarget = ({ name }: Component): boolean => whole.has(name.toLowerCase());
  const composed = composer(targets);
  for (const [title, groupOf] of [
    ["COMMON_TEST_RANK", bandOf],
    ["CLASS", (component: Component) => component.class || "(none)"],
  ] as const) {
    const groups = new Map<string, Component[]>();
    for (const component of components) {
      const group = groups.get(groupOf(component)) ?? [];
      groups.set(groupOf(component), group);
      group.push(component);
    }
    console.log(`components by ${title}, targets of a form, and with those made of several targets`);
    for (const [name, group] of title === "CLASS" ? [...groups].sort(([, a], [, b]) => b.length - a.length) : groups) {
      const named = group.filter(isTarget).length;
      const reached = group.filter((component) => isTarget(component) || composed(component)).length;
      const shares = `${share(named, group.length)} ${share(reached, group.length)}`;
      console.log(`  ${name.padEnd(24)} ${String(group.length).padStart(6)} ${shares}`);
    }
  }
  const missing = components.filter((one) => one.rank > 0 && one.rank <= 500 && !isTarget(one) && !composed(one));
  console.log(`${missing.length} components of the first 500 ranks that no form leads to`);
  for (const { name, code, rank } of missing) console.log(`  ${String(rank).padStart(4)}  ${code}\t${name}`);
}

/** Each component before `^` once, with its most used term, best rank first; terms that are not in use are passed over. */
function usedComponents(release: Release): Component[] {
  const best = new Map<string, Component>();
  for (let i = 0; i < release.size; i++) {
    const status = STATUSES[release.status[i]!];
    const name = valueAt(release, "component", i).split("^")[0]!;
    if (name === "" || status === "DEPRECATED" || status === "DISCOURAGED") continue;
    const rank = release.rank[i]!;
    const known = best.get(name.toLowerCase());
    if (known === undefined || (rank > 0 && (known.rank === 0 || rank < known.rank)))
      best.set(name.toLowerCase(), { name, code: codeOf(release, i), class: valueAt(release, "class", i), rank });
  }
  return [...best.values()].sort((a, b) => (a.rank || 1e9) - (b.rank || 1e9));
}

/** Whether the words of several targets, each whole, make up a component. */
function composer(targets: readonly string[]): (component: Component) => boolean {
  const parts = new Map<string, (readonly string[])[]>();
  for (const target of targets) {
    const words = componentWords(target);
    for (const word of words) parts.set(word, [...(parts.get(word) ?? []), words]);
  }
  return ({ name }) => {
    const words = new Set(componentWords(name));
    return [...words].every((word) => parts.get(word)?.some((part) => part.every((other) => words.has(other))));
  };
}

function bandOf({ rank }: Component): string {
  if (rank === 0) return "unranked";
  return rank <= 100 ? "1-100" : rank <= 500 ? "101-500" : rank <= 2000 ? "501-2000" : "above 2000";
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}

function share(part: number, total: number): string {
  return `${((100 * part) / Math.max(1, total)).toFixed(1)} %`.padStart(7);
}
