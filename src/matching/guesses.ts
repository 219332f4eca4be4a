/** What a word that the lexicon does not hold may mean: what it is made of, or the words that it is like. */
import { lessLikely, type Sense } from "../lexicon/senses.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import { fused } from "./fused.ts";
import { remembering } from "./remembering.ts";
import { suffixed } from "./suffix.ts";
import { isMark } from "./told-apart.ts";

export type Guesses = { readonly senses: readonly Sense[]; readonly words: readonly BoundAnalyte[] };

/** The senses of words like `word`, each less likely than when it is written well. */
export const guessesFor = remembering((binding, key): Guesses => guessesOf(binding, key, () => true));

/** The same where a letter or a number follows that tells names apart: names with one of their own are none of them (`VTIAMINE Q` is not vitamin E). */
export const guessesBeforeMark = remembering((binding, key) =>
  guessesOf(binding, key, (word) => {
    const ends = binding.lexicon.boundaries.get(word) ?? [];
    return ![...ends].some((end) => isMark(word.slice(end)));
  }),
);

/** True of clotting factors: a slip in their number makes another one (`FVIIICOAG` is nothing of factor V). */
export function isNumbered(word: string): boolean {
  return /^f(?:i{2,3}|i?v|vi{1,3}|ix|xi{0,3})(?![aeiouyr])/.test(word);
}

const NOTHING: Guesses = { senses: [], words: [] };

function guessesOf(binding: Binding, key: string, fits: (word: string) => boolean): Guesses {
  if (isNumbered(key)) return NOTHING;
  const senses: Sense[] = [];
  const words: BoundAnalyte[] = [];
  for (const { word, likeness } of binding.speller.guesses(key)) {
    if (word.startsWith(key) && hasMore(binding, key, word)) continue;
    if (!fits(word)) continue;
    for (const sense of binding.lexicon.forms.get(word) ?? []) {
      if (sense.kind === "analyte") senses.push(lessLikely(sense, likeness));
      else if (likeness > 0.75) senses.push(sense);
    }
    const bound = binding.word(word, likeness * 0.8);
    if (bound !== undefined) words.push(bound);
  }
  return { senses, words };
}

/** True when `form`, which begins as `key` does, holds a word more than what `key` is or begins: another name (`BIOCHIMIE`, `SODIU` beside `sodium U`), not a slip. */
function hasMore({ lexicon }: Binding, key: string, form: string): boolean {
  const ends = lexicon.boundaries.get(form);
  if (ends === undefined) return false;
  const next = Math.min(...[...ends].filter((end) => end >= key.length));
  return next < form.length && (next === key.length || lexicon.forms.has(form.slice(0, next)));
}

/** Suffixes cut off: `POTASSEMI` begins a form, and is not made anew. */
const CUT_OFF = /(?:emi|uri)$/;

/** The senses that `word` has by its suffix. */
export const madeOf = remembering((binding, word) =>
  CUT_OFF.test(word) && binding.truncated(word).length > 0 ? [] : suffixed(binding.lexicon, word),
);

/** The senses that `word` has as two words written together. */
export const fusedOf = remembering((binding, word) => fused(binding.lexicon, word));
