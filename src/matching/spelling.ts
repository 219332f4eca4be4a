/** Words that the lexicon does not hold as they are: misspelt, truncated, or nearly the same in French and English. */
import { soundOf } from "../lexicon/normalise.ts";

/** A word of the dictionary that a written word may stand for; `likeness` 0 to 1. */
export type Guess = { readonly word: string; readonly likeness: number };

export type Speller = { readonly guesses: (word: string) => readonly Guess[] };

const MAX_GUESSES = 6;

/** `letters` has a bit for each letter of the sound. */
type Entry = { readonly word: string; readonly sound: string; readonly letters: number };

/** Words that begin with one sound, ready for each way of being alike. Built when first asked for. */
type Bucket = {
  /** By sound, in order: for words that go on. */
  readonly sorted: Entry[];
  /** By length of sound: for misspelt words. */
  readonly byLength: Entry[][];
  /** By first three letters: for words cut inside. */
  readonly byStart: Map<string, Entry[]>;
};

/**
 * A speller over `dictionary`. A word is compared by sound with words that begin with the same sound: one error is allowed from five
 * letters on, two from nine; a word of four letters and more may also be the beginning of a longer one.
 */
export function buildSpeller(dictionary: Iterable<string>): Speller {
  const words = new Map<string, string[]>();
  const byStart = new Map<string, string[]>();
  for (const word of dictionary) {
    if (word.length < 4 || /\d/.test(word)) continue;
    const start = word.slice(0, 2);
    let same = byStart.get(start);
    if (same === undefined) {
      // the first two letters decide with which sound a word begins
      const first = soundOf(start).slice(0, 1);
      same = words.get(first) ?? [];
      words.set(first, same);
      byStart.set(start, same);
    }
    same.push(word);
  }
  const buckets = new Map<string, Bucket>();
  const bucketOf = (first: string): Bucket => {
    let bucket = buckets.get(first);
    if (bucket === undefined) {
      bucket = buildBucket(words.get(first) ?? []);
      buckets.set(first, bucket);
    }
    return bucket;
  };
  return { guesses: (word) => search(bucketOf, word) };
}

function buildBucket(words: readonly string[]): Bucket {
  const bucket: Bucket = { sorted: [], byLength: [], byStart: new Map() };
  for (const word of words) {
    const sound = soundOf(word);
    const entry = { word, sound, letters: lettersOf(sound) };
    bucket.sorted.push(entry);
    if (word.length >= 5) pushAt(bucket.byLength, sound.length, entry);
    const start = word.slice(0, 3);
    const same = bucket.byStart.get(start);
    if (same === undefined) bucket.byStart.set(start, [entry]);
    else same.push(entry);
  }
  bucket.sorted.sort((a, b) => (a.sound < b.sound ? -1 : a.sound > b.sound ? 1 : 0));
  return bucket;
}

function search(bucketOf: (first: string) => Bucket, word: string): Guess[] {
  const sound = soundOf(word);
  if (sound.length < 4 || /\d/.test(word)) return [];
  const bucket = bucketOf(sound.slice(0, 1));
  const allowed = sound.length >= 9 ? 2 : sound.length >= 5 ? 1 : 0;
  const found: Guess[] = [];
  const goesOn = (entry: Entry): boolean => entry.sound.length > sound.length && entry.sound.startsWith(sound);
  for (let i = firstFrom(bucket.sorted, sound); i < bucket.sorted.length; i++) {
    const entry = bucket.sorted[i]!;
    if (!entry.sound.startsWith(sound)) break;
    if (goesOn(entry))
      found.push({ word: entry.word, likeness: 0.55 + 0.4 * (sound.length / entry.sound.length) ** 0.5 - 0.05 });
  }
  const letters = lettersOf(sound);
  for (let length = sound.length - allowed; length <= sound.length + allowed; length++) {
    for (const entry of bucket.byLength[length] ?? []) {
      // An error adds, drops or changes a letter: each changes at most two of the letters that occur.
      if (bits(letters ^ entry.letters) > 2 * allowed || goesOn(entry)) continue;
      const errors = distance(sound, entry.sound, allowed);
      if (errors <= allowed) found.push({ word: entry.word, likeness: 0.97 - (1.2 * errors) / sound.length });
    }
  }
  for (const entry of bucket.byStart.get(word.slice(0, 3)) ?? []) {
    if (Math.abs(entry.sound.length - sound.length) <= allowed || entry.word.length > word.length * 3) continue;
    if (!goesOn(entry) && contracts(word, entry.word))
      found.push({ word: entry.word, likeness: 0.4 + 0.35 * (word.length / entry.word.length) });
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1)).slice(0, MAX_GUESSES);
}

function pushAt(lists: Entry[][], at: number, entry: Entry): void {
  while (lists.length <= at) lists.push([]);
  lists[at]!.push(entry);
}

/** Where the sounds begin that are not before `sound`. */
function firstFrom(sorted: readonly Entry[], sound: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.sound < sound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lettersOf(sound: string): number {
  let letters = 0;
  for (let i = 0; i < sound.length; i++) letters |= 1 << (sound.charCodeAt(i) % 32);
  return letters;
}

/** How many bits of `mask` are set, counted in all pairs, fours and bytes at once. */
function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
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
  let previous: number[] = [];
  let current: number[] = [];
  for (let j = 0; j <= b.length; j++) previous.push(j);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, before[j - 2]! + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    const free = before;
    before = previous;
    previous = current;
    current = free;
  }
  return Math.min(previous[b.length]!, limit + 1);
}
