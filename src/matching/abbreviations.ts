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
  // By first two letters, then by number of words: phrases in the order of their first words.
  const grouped = new Map<string, Phrase[][]>();
  const remembered = new Map<string, readonly Sense[]>();
  const groupOf = (start: string, length: number): readonly Phrase[] => {
    let groups = grouped.get(start);
    if (groups === undefined) {
      groups = byLength(lexicon.phrases.get(start) ?? []);
      grouped.set(start, groups);
    }
    return groups[length] ?? [];
  };
  return (words) => {
    const first = words[0]!;
    if (first.length < 2) return NOTHING;
    const phrases = groupOf(first.slice(0, 2), words.length);
    const from = firstFrom(phrases, first);
    if (phrases[from]?.words[0]?.startsWith(first) !== true) return NOTHING;
    if (!words.some((word) => word.length >= 3 && !DIGIT.test(word))) return NOTHING;
    const found: Phrase[] = [];
    for (let i = from; i < phrases.length && phrases[i]!.words[0]!.startsWith(first); i++) {
      if (words.every((word, k) => begins(phrases[i]!.words[k]!, word))) found.push(phrases[i]!);
    }
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

function byLength(phrases: readonly Phrase[]): Phrase[][] {
  const groups: Phrase[][] = [];
  for (const phrase of phrases) {
    groups[phrase.words.length] ??= [];
    groups[phrase.words.length]!.push(phrase);
  }
  for (const group of groups)
    group?.sort((a, b) => (a.words[0]! < b.words[0]! ? -1 : a.words[0]! > b.words[0]! ? 1 : 0));
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
