/** Words that the lexicon does not hold as they are: misspelt, truncated, or nearly the same in French and English. */
import { soundOf } from "../lexicon/normalise.ts";

/** A word of the dictionary that a written word may stand for; `likeness` 0 to 1. */
export type Guess = { readonly word: string; readonly likeness: number };

export type Speller = { readonly guesses: (word: string) => readonly Guess[] };

const MAX_GUESSES = 6;

/**
 * A speller over `dictionary`. A word is compared by sound with words that begin with the same sound: one error is allowed from five
 * letters on, two from nine; a word of four letters and more may also be the beginning of a longer one. Answers are remembered.
 */
export function buildSpeller(dictionary: Iterable<string>): Speller {
  const buckets = new Map<string, { word: string; sound: string }[]>();
  for (const word of dictionary) {
    if (word.length < 4 || /\d/.test(word)) continue;
    const sound = soundOf(word);
    const bucket = buckets.get(sound.slice(0, 1));
    if (bucket === undefined) buckets.set(sound.slice(0, 1), [{ word, sound }]);
    else bucket.push({ word, sound });
  }
  const known = new Map<string, readonly Guess[]>();
  return {
    guesses(word) {
      let found = known.get(word);
      if (found === undefined) {
        found = search(buckets, word);
        known.set(word, found);
      }
      return found;
    },
  };
}

function search(buckets: ReadonlyMap<string, readonly { word: string; sound: string }[]>, word: string): Guess[] {
  const sound = soundOf(word);
  if (sound.length < 4 || /\d/.test(word)) return [];
  const allowed = sound.length >= 9 ? 2 : sound.length >= 5 ? 1 : 0;
  const found: Guess[] = [];
  for (const entry of buckets.get(sound.slice(0, 1)) ?? []) {
    if (entry.sound.length > sound.length && entry.sound.startsWith(sound)) {
      found.push({ word: entry.word, likeness: 0.55 + 0.4 * (sound.length / entry.sound.length) ** 0.5 - 0.05 });
    } else if (Math.abs(entry.sound.length - sound.length) <= allowed) {
      const errors = distance(sound, entry.sound, allowed);
      if (errors <= allowed && entry.word.length >= 5)
        found.push({ word: entry.word, likeness: 0.97 - (1.2 * errors) / sound.length });
    } else if (word.length >= 4 && entry.word.length <= word.length * 3 && contracts(word, entry.word)) {
      found.push({ word: entry.word, likeness: 0.4 + 0.35 * (word.length / entry.word.length) });
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1)).slice(0, MAX_GUESSES);
}

/** True when `short` keeps the first three letters of `long` and others of its letters in order: `erybl` for *erythroblaste*. */
function contracts(short: string, long: string): boolean {
  if (!long.startsWith(short.slice(0, 3))) return false;
  let at = 3;
  for (let i = 3; i < short.length; i++, at++) {
    at = long.indexOf(short[i]!, at);
    if (at < 0) return false;
  }
  return true;
}

/** Letters to insert, drop, change or swap to make `a` of `b`; anything above `limit` is reported as `limit + 1`. */
export function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}
