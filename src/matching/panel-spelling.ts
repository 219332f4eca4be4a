/** Names of groups as they may have been meant: each word written short (`BIL.LIPID`), misspelt (`BILAN HEPATQIUE`), or run together (`SEROTOXOPLASMOSE`). */
import { beginningWith, type SortedTexts, sortedTexts } from "../lexicon/sorted-texts.ts";
import type { Token } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";
import { waysApart } from "./run-together.ts";
import { isStrange, meantWord } from "./slips.ts";
import { distance } from "./spelling.ts";

/** What is known by the key of its name: panels, sections. */
export type Names = ReadonlyMap<string, unknown>;

/** A word of fewer letters is no beginning of another. */
const SHORTEST = 3;
/** By itself a word must have so many. */
const LONG = 6;
/** What may be more names than this says none. */
const MOST_NAMES = 6;
/** What any antibody begins with. */
const ANTI = "anti";
const CONSONANTS = /^[bcdfghjklmnpqrstvwxz]{3,}$/;
const LETTERS_ONLY = /^[a-z]+$/;

/** The keys of `names` that `run` may have been meant for, none of them being its own. */
export function keysMeant(binding: Binding, names: Names, run: readonly Token[]): string[] {
  const words = run.map(({ word }) => oneSlipAway(binding, word));
  const key = words.join("");
  if (names.has(key)) return [key];
  const [only] = run;
  if (run.length > 1) return shortened(binding, names, words);
  if (only === undefined) return [];
  if (only.word.length >= LONG && !binding.lexicon.vocabulary.known.has(only.word)) {
    const keys = shortened(binding, names, words);
    if (keys.length > 0) return keys;
  }
  if (!isStrange(binding, only.word)) return [];
  return waysApart(binding, only).flatMap((parts) =>
    shortened(
      binding,
      names,
      parts.map(({ word }) => word),
    ),
  );
}

/** `word`, or what it is one slip away from where nothing knows it: two make another name (`SPERMOLOGI` is no serology). */
function oneSlipAway(binding: Binding, word: string): string {
  const meant = meantWord(binding, word);
  return distance(word, meant, 1) <= 1 ? meant : word;
}

/** The keys of those of `names` whose words begin as `words` do, one by one, or are these without their vowels (`PNL` for *panel*). */
function shortened(binding: Binding, names: Names, words: readonly string[]): string[] {
  const [first] = words;
  if (first === undefined || words.every(isContracted)) return [];
  const keys: string[] = [];
  for (const key of beginningWith(sortedKeys(names), isContracted(first) ? first[0]! : first))
    if (isBegun(binding, key, words)) keys.push(key);
  return keys.length > MOST_NAMES ? [] : keys;
}

function isContracted(word: string): boolean {
  return CONSONANTS.test(word);
}

/** True when `key` is words that begin as `words` do, end to end. */
function isBegun(binding: Binding, key: string, [first, ...others]: readonly string[]): boolean {
  if (first === undefined) return key === "";
  const contracted = isContracted(first);
  if (!key.startsWith(contracted ? first[0]! : first)) return false;
  if (key.startsWith(first) && isBegun(binding, key.slice(first.length), others)) return true;
  if (first.length < SHORTEST || first === ANTI || !LETTERS_ONLY.test(first)) return false;
  for (let end = first.length + 1; end <= key.length; end++) {
    const word = key.slice(0, end);
    if (contracted && !holdsInOrder(word, first)) continue;
    if (isWord(binding, word) && isBegun(binding, key.slice(end), others)) return true;
  }
  return false;
}

function holdsInOrder(word: string, letters: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at++;
  return at === letters.length;
}

function isWord({ lexicon, index }: Binding, word: string): boolean {
  return lexicon.vocabulary.known.has(word) || index.words.has(word);
}

const sorted = new WeakMap<Names, SortedTexts>();

function sortedKeys(names: Names): SortedTexts {
  let keys = sorted.get(names);
  if (keys === undefined) {
    keys = sortedTexts(names.keys());
    sorted.set(names, keys);
  }
  return keys;
}
