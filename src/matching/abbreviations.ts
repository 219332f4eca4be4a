/** Forms of which each word is written short: `ENZ CONV` for *enzyme de conversion*. */
import type { Lexicon, Phrase } from "../lexicon/lexicon.ts";
import type { Sense } from "../lexicon/senses.ts";

const MOST_ABBREVIATIONS = 3;
/** Answers remembered before memory is cleared. */
const MOST_REMEMBERED = 50_000;
const DIGIT = /\d/;
const NOTHING: readonly Sense[] = [];

/** A function that gives the senses of forms of `lexicon` whose words begin as `words` do, one by one; a word with digits must be the same. */
export function buildAbbreviations(lexicon: Lexicon): (words: readonly string[]) => readonly Sense[] {
  // By first two letters: the phrases in the order of their first words.
  const sorted = new Map<string, readonly Phrase[]>();
  // By beginning of the first word, then by number of words.
  const begun = new Map<string, readonly Phrase[][]>();
  const remembered = new Map<string, readonly Sense[]>();
  const beginningWith = (first: string): readonly Phrase[][] => {
    let groups = begun.get(first);
    if (groups === undefined) {
      const start = first.slice(0, 2);
      const phrases = sorted.get(start) ?? inOrder(lexicon.phrases.get(start) ?? []);
      sorted.set(start, phrases);
      groups = byLength(phrases, first);
      if (begun.size >= MOST_REMEMBERED) begun.clear();
      begun.set(first, groups);
    }
    return groups;
  };
  return (words) => {
    const first = words[0]!;
    if (first.length < 2) return NOTHING;
    const phrases = beginningWith(first)[words.length];
    if (phrases === undefined) return NOTHING;
    if (!words.some((word) => word.length >= 3 && !DIGIT.test(word))) return NOTHING;
    const found = phrases.filter((phrase) => words.every((word, i) => begins(phrase.words[i]!, word)));
    if (found.length === 0) return NOTHING;
    const key = words.join(" ");
    let senses = remembered.get(key);
    if (senses === undefined) {
      senses = sensesOf(lexicon, found, words);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(key, senses);
    }
    return senses;
  };
}

function inOrder(phrases: readonly Phrase[]): Phrase[] {
  return [...phrases].sort((a, b) => (a.words[0]! < b.words[0]! ? -1 : a.words[0]! > b.words[0]! ? 1 : 0));
}

/** Those of `phrases`, which are in order, whose first word begins with `first`, by their number of words. */
function byLength(phrases: readonly Phrase[], first: string): Phrase[][] {
  const groups: Phrase[][] = [];
  for (let i = firstFrom(phrases, first); phrases[i]?.words[0]?.startsWith(first); i++) {
    const phrase = phrases[i]!;
    groups[phrase.words.length] ??= [];
    groups[phrase.words.length]!.push(phrase);
  }
  return groups;
}

/** Where the phrases begin whose first word is not before `word`. */
function firstFrom(phrases: readonly Phrase[], word: string): number {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (phrases[middle]!.words[0]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function begins(whole: string, word: string): boolean {
  return whole.startsWith(word) && (whole.length === word.length || !DIGIT.test(word));
}

function sensesOf(lexicon: Lexicon, phrases: readonly Phrase[], words: readonly string[]): Sense[] {
  const written = words.reduce((sum, word) => sum + word.length, 0);
  return phrases
    .map(({ key }) => ({ key, share: written / key.length }))
    .filter(({ share }) => share >= 0.3)
    .sort((a, b) => b.share - a.share || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_ABBREVIATIONS)
    .flatMap(({ key, share }) =>
      lexicon.forms
        .get(key)!
        .map((sense) => (sense.kind === "analyte" ? { ...sense, prior: sense.prior * (0.5 + 0.4 * share) } : sense)),
    );
}
