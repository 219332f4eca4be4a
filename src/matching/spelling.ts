/** Words that the lexicon does not hold as they are: misspelt, truncated, or nearly the same in French and English. */
import { soundOf } from "../lexicon/normalise.ts";
import { beginningWith, firstFrom } from "../lexicon/sorted-texts.ts";
import { lettersOf, type SpokenWords } from "../lexicon/spoken-words.ts";
import { grouped, type Lists } from "./lists.ts";

/** A word of the dictionary that a written word may stand for; `likeness` 0 to 1. */
export type Guess = { readonly word: string; readonly likeness: number };

export type Speller = { readonly guesses: (word: string) => readonly Guess[] };

const MAX_GUESSES = 6;
/** Longer sounds count as this long. */
const LONGEST = 255;

/**
 * A speller over the words of `lists`. A word is compared by sound with words that begin with the same sound: one error is allowed from five
 * letters on, two from nine; a word of four letters and more may also be the beginning of a longer one, and from five on it rather is.
 */
export function buildSpeller(lists: readonly SpokenWords[]): Speller {
  const searches = lists.map(searchIn);
  return {
    guesses(word) {
      const sound = soundOf(word);
      if (sound.length < 4 || /\d/.test(word)) return [];
      // Lists may share words: how alike two words are depends on nothing else.
      const found: Found = new Map();
      for (const search of searches) search(word, sound, found);
      preferBegun(word, found);
      return Array.from(found, ([word, likeness]) => ({ word, likeness }))
        .sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1))
        .slice(0, MAX_GUESSES);
    },
  };
}

/** Shorter words may begin many. */
const BEGINS = 5;
/** How likely a word that is spelt nearly so remains beside one that begins so. */
const OTHERWISE = 0.6;

/** Where a word of `found` goes on as `word` does (`CELLCE`, *cell center*), what is merely spelt nearly so is less likely. */
function preferBegun(word: string, found: Found): void {
  if (word.length < BEGINS) return;
  const begun = (other: string): boolean => other.length > word.length && other.startsWith(word);
  if (![...found.keys()].some(begun)) return;
  for (const [other, likeness] of found) if (!other.startsWith(word)) found.set(other, likeness * OTHERWISE);
}

/** Places of the words that begin with one sound, also by how long their sounds are. */
type Range = {
  readonly from: number;
  readonly to: number;
  readonly byLength: Lists;
  /** The letters of each of them, in the order of `byLength`. */
  readonly letters: Int32Array;
};

/** Words and how alike they are. */
type Found = Map<string, number>;

/** A function that adds to `found` what `list` holds that is like `word`, which sounds like `sound`. */
function searchIn(list: SpokenWords): (word: string, sound: string, found: Found) => void {
  const { bySound, lengths } = list;
  const wordAt = (place: number): string => list.at(bySound[place]!);
  // How words sound is worked out when they are first compared.
  const sounds = new Array<string | undefined>(bySound.length);
  const soundAt = (place: number): string => {
    const sound = sounds[place] ?? soundOf(wordAt(place));
    sounds[place] = sound;
    return sound;
  };
  const ranges = new Map<string, Range>();
  const rangeOf = (first: string): Range => {
    let range = ranges.get(first);
    if (range === undefined) {
      const placeOf = (sound: string): number => firstFrom(bySound.length, soundAt, sound);
      const [from, to] = [placeOf(first), placeOf(`${first}\uffff`)];
      const places = Uint32Array.from({ length: to - from }, (_, i) => from + i);
      const byLength = grouped(LONGEST + 1, lengths.subarray(from, to), places);
      range = { from, to, byLength, letters: byLength.items.map((place) => list.letters[place]!) };
      ranges.set(first, range);
    }
    return range;
  };
  return (word, sound, found) => {
    const goesOn = (other: string): boolean => other.length > sound.length && other.startsWith(sound);
    const { from, to, byLength, letters } = rangeOf(sound.slice(0, 1));
    for (let i = from + firstFrom(to - from, (place) => soundAt(from + place), sound); i < to; i++) {
      const other = soundAt(i);
      if (!other.startsWith(sound)) break;
      if (goesOn(other)) found.set(wordAt(i), 0.55 + 0.4 * (sound.length / other.length) ** 0.5 - 0.05);
    }
    const allowed = errorsAllowed(sound);
    const own = lettersOf(sound);
    // An error adds, drops or changes a letter…
    const shortest = byLength.starts[Math.min(LONGEST, sound.length - allowed)]!;
    const longest = byLength.starts[Math.min(LONGEST, sound.length + allowed) + 1]!;
    for (let i = shortest; i < longest; i++) {
      // …and changes at most two of the letters that occur.
      if (bits(own ^ letters[i]!) > 2 * allowed) continue;
      const place = byLength.items[i]!;
      const other = soundAt(place);
      if (goesOn(other)) continue;
      const likeness = misspeltLikeness(sound, other);
      if (likeness === undefined) continue;
      const candidate = wordAt(place);
      if (candidate.length >= 5) found.set(candidate, likeness);
    }
    for (const candidate of beginningWith(list, word.slice(0, 3))) {
      if (candidate.length < 4 || candidate.length > word.length * 3 || !contracts(word, candidate)) continue;
      const other = soundOf(candidate);
      if (/\d/.test(candidate) || Math.abs(other.length - sound.length) <= allowed || goesOn(other)) continue;
      found.set(candidate, 0.4 + 0.35 * (word.length / candidate.length));
    }
  };
}

function errorsAllowed(sound: string): number {
  return sound.length >= 9 ? 2 : sound.length >= 5 ? 1 : 0;
}

/** How much a word that sounds as `sound` is like one that sounds as `other`, misspelt, up to 0.97; undefined when they differ by too many letters. */
export function misspeltLikeness(sound: string, other: string): number | undefined {
  const allowed = errorsAllowed(sound);
  const errors = distance(sound, other, allowed);
  return errors > allowed ? undefined : 0.97 - (1.2 * errors) / sound.length;
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

/** The rows of the table that `distance` fills, the last three by turns. */
let before = new Int32Array(64);
let previous = new Int32Array(64);
let current = new Int32Array(64);

/**
 * Letters to insert, drop, change or swap to make `a` of `b`; anything above `limit` is reported as `limit + 1`. Only what lies within `limit` of the
 * table's diagonal is filled in: the rest is above it.
 */
export function distance(a: string, b: string, limit: number): number {
  const above = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return above;
  if (b.length + 2 > current.length) {
    before = new Int32Array(2 * b.length + 2);
    previous = new Int32Array(before.length);
    current = new Int32Array(before.length);
  }
  for (let j = 0; j <= b.length; j++) previous[j] = Math.min(j, above);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    current[from - 1] = from === 1 ? Math.min(i, above) : above;
    let least = current[from - 1]!;
    const letter = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, before[j - 2]! + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    current[to + 1] = above;
    if (least > limit) return above;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length]!, above);
}
