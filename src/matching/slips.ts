/** Slips of the pen: a letter left out, doubled, changed or swapped in a word that forms hold (`SODUM`, `CHLOESTEROL`). */

import { american } from "../lexicon/british.ts";
import { soundOf } from "../lexicon/normalise.ts";
import { beginningWith, firstFrom } from "../lexicon/sorted-texts.ts";
import type { Binding } from "./binding.ts";
import { isNumbered, madeOf } from "./guesses.ts";
import { remembering } from "./remembering.ts";
import { distance } from "./spelling.ts";

/** In shorter words a slip makes another word too easily. */
const SHORTEST = 5;
/** From this length on two slips still leave one word. */
const LONG = 10;
/** A shorter word begins too many with a slip. */
const CUT = 7;
const MOST_WORDS = 3;
const VOWEL = /[aeioy]/;
const MUTE = /(?:[es]|(.)\1)$/;
const MADE = /(?:emie|urie)$/;
const LETTERS_ONLY = /^[a-z]+$/;

/** True when no form holds `word`, nor a word that begins so, and the reference does not either: it is misspelt, run together or unknown. */
export const isStrange = remembering((binding, word): boolean => {
  const { lexicon, index } = binding;
  const isKnown = (spelt: string): boolean =>
    lexicon.forms.has(spelt) || lexicon.vocabulary.known.has(spelt) || index.words.has(spelt);
  if (!LETTERS_ONLY.test(word) || isKnown(word) || isKnown(american(word) ?? word)) return false;
  if (madeOf(binding, word).length > 0) return false;
  if ([lexicon.vocabulary.words, index.spoken()].some((words) => beginningWith(words, word).next().done !== true))
    return false;
  return lexicon.spoken().every((forms) => {
    for (const form of beginningWith(forms, word)) if (isBegunBy(word, lexicon.boundaries.get(form))) return false;
    return true;
  });
});

/** Of two words written as one, so much of each must stand there: `tmoin` is no *T moins 15*. */
const OF_EACH = 3;

/** True when `word` is the beginning of a form whose words end at `ends`. */
function isBegunBy(word: string, ends: ReadonlySet<number> | undefined): boolean {
  return [...(ends ?? [])].every((end) => end >= OF_EACH && (end >= word.length || word.length - end >= OF_EACH));
}

/** A word that another is a slip of. `sure`: one letter is left out, added or swapped, or the word is written as it sounds; else another letter stands there, there are two slips, or the word is also cut. */
export type Slip = { readonly word: string; readonly sure: boolean };

const NONE: readonly Slip[] = [];

/** The words of forms that `word` is a slip of, or else the beginning of with a slip; the likeliest first: fewest slips, then most forms. */
export const slipsOf = remembering((binding, word): readonly Slip[] => {
  if (word.length < SHORTEST || isNumbered(word)) return NONE;
  const whole = nearest(binding, word, word.length >= LONG ? 2 : 1);
  const found = whole.length > 0 ? whole : madeWithSlip(binding, word);
  if (found.length === 0 && word.length >= CUT) found.push(...begunWithSlip(binding, word));
  return found.map((meant) => ({ word: meant, sure: isOneSlip(word, meant) }));
});

/** `word`, or what it most likely is a slip of where nothing knows it. */
export function meantWord(binding: Binding, word: string): string {
  return isStrange(binding, word) ? (slipsOf(binding, word)[0]?.word ?? word) : word;
}

/** True when a letter of `word` is left out, added, swapped with the next, or heard as the right one; another letter in its place makes another word more often. */
function isOneSlip(word: string, meant: string): boolean {
  if (soundOf(word) === soundOf(meant)) return true;
  if (distance(word, meant, 1) > 1) return false;
  return word.length !== meant.length || [...word].sort().join("") === [...meant].sort().join("");
}

function nearest(binding: Binding, word: string, allowed: number): string[] {
  const near = alike(binding, word[0]!)
    .slice(word.length - allowed, word.length + allowed + 1)
    .flatMap((group) => group ?? [])
    .flatMap((other) => {
      const slips = other.length < SHORTEST ? allowed + 1 : distance(word, other, allowed);
      return slips > allowed || !endsAlike(word, other) ? [] : [{ other, slips }];
    });
  const fewest = Math.min(...near.map(({ slips }) => slips));
  return likeliest(
    binding,
    near.flatMap(({ other, slips }) => (slips === fewest ? [other] : [])),
  );
}

/** True unless a letter at the end of `word` would be lost, which tells names apart (`troponint` is no *troponine*); a mute one may be, and a vowel another. */
function endsAlike(word: string, other: string): boolean {
  const [last, end] = [word.at(-1)!, other.at(-1)!];
  if (last === end || (VOWEL.test(last) && VOWEL.test(end))) return true;
  if (word.length === other.length && last === other.at(-2) && word.at(-2) === end) return true;
  return word.length <= other.length ? other.startsWith(word) : MUTE.test(word);
}

/** Longer words whose beginning `word` is but for one slip: `CHAMPIN` for *champignon*. */
function begunWithSlip(binding: Binding, word: string): string[] {
  const ends = [word.length - 1, word.length, word.length + 1];
  return likeliest(
    binding,
    alike(binding, word[0]!)
      .slice(word.length + 1)
      .flatMap((group) => group ?? [])
      .filter((other) => ends.some((end) => distance(word, other.slice(0, end), 1) <= 1)),
  );
}

/** Names of blood and urine measures whose stem has a slip: `DEPAKNEMIE` of *Dépakine*. */
function madeWithSlip(binding: Binding, word: string): string[] {
  const [suffix] = MADE.exec(word) ?? [];
  if (suffix === undefined) return [];
  const stem = word.slice(0, -suffix.length);
  if (stem.length < SHORTEST) return [];
  const names = [...nearest(binding, stem, 1), ...begunWithSlip(binding, stem)];
  return [...new Set(names.map((name) => name.replace(/e$/, "") + suffix))].filter(
    (name) => madeOf(binding, name).length > 0,
  );
}

function likeliest(binding: Binding, words: readonly string[]): string[] {
  const { known } = binding.lexicon.vocabulary;
  const count = (word: string): number => known.get(word)!.count;
  return [...words].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1)).slice(0, MOST_WORDS);
}

/** The words of forms that begin with the letter `first`, by their length. */
const alike = remembering((binding: Binding, first): readonly (readonly string[] | undefined)[] => {
  const { words } = binding.lexicon.vocabulary;
  const groups: string[][] = [];
  for (let place = firstFrom(words.count, words.at, first); place < words.count; place++) {
    const word = words.at(place);
    if (word[0] !== first) break;
    const group = groups[word.length];
    if (group === undefined) groups[word.length] = [word];
    else group.push(word);
  }
  return groups;
});
