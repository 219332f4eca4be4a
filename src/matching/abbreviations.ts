/** Forms of which each word is written short: `ENZ CONV` for *enzyme de conversion*. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lessLikely, type Sense } from "../lexicon/senses.ts";
import { beginningWith } from "../lexicon/sorted-texts.ts";

/** A form of several words, and the key under which it is filed. */
type Phrase = { readonly words: readonly string[]; readonly key: string };

const MOST_ABBREVIATIONS = 3;
/** Answers remembered before memory is cleared. */
const MOST_REMEMBERED = 50_000;
const DIGIT = /\d/;
const NOTHING: readonly Sense[] = [];

/** A function that gives the senses of forms of `lexicon` whose words begin as `words` do, one by one; a word with digits must be the same. */
export function buildAbbreviations(lexicon: Lexicon): (words: readonly string[]) => readonly Sense[] {
  // By beginning of the first word, then by number of words.
  const begun = new Map<string, readonly Phrase[][]>();
  const remembered = new Map<string, readonly Sense[]>();
  const phrasesOf = (first: string): readonly Phrase[][] => {
    let groups = begun.get(first);
    if (groups === undefined) {
      groups = byLength(beginningWith(lexicon.phrases, first));
      if (begun.size >= MOST_REMEMBERED) begun.clear();
      begun.set(first, groups);
    }
    return groups;
  };
  return (words) => {
    const first = words[0]!;
    if (first.length < 2) return NOTHING;
    const phrases = phrasesOf(first)[words.length];
    if (phrases === undefined) return NOTHING;
    if (!words.some((word) => word.length >= 3 && !DIGIT.test(word))) return NOTHING;
    const found: Phrase[] = [];
    for (const phrase of phrases) if (allBegin(phrase.words, words)) found.push(phrase);
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

/** `phrases` by their number of words. */
function byLength(phrases: Iterable<string>): Phrase[][] {
  const groups: Phrase[][] = [];
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    groups[words.length] ??= [];
    groups[words.length]!.push({ words, key: words.join("") });
  }
  return groups;
}

/** True when each of `wholes` begins as the one of `words` in its place; the last is looked at first, as all of one group begin as the first word does. */
function allBegin(wholes: readonly string[], words: readonly string[]): boolean {
  for (let i = words.length - 1; i >= 0; i--) if (!begins(wholes[i]!, words[i]!)) return false;
  return true;
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
      lexicon.forms.get(key)!.map((sense) => (sense.kind === "analyte" ? lessLikely(sense, 0.5 + 0.4 * share) : sense)),
    );
}
