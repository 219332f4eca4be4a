/** What a word that the lexicon does not hold may mean: the senses of words that are like it, each less likely than when it is written well. */
import type { Sense } from "../lexicon/senses.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";

export type Guesses = { readonly senses: readonly Sense[]; readonly words: readonly BoundAnalyte[] };

/** Words remembered before memory is cleared. */
const MOST_REMEMBERED = 50_000;

const remembered = new WeakMap<Binding, Map<string, Guesses>>();

/** The guesses for `word`, the same objects each time: what is bound to a sense is remembered by the sense. */
export function guessesFor(binding: Binding, word: string): Guesses {
  let known = remembered.get(binding);
  if (known === undefined) {
    known = new Map();
    remembered.set(binding, known);
  }
  let guesses = known.get(word);
  if (guesses === undefined) {
    guesses = guess(binding, word);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, guesses);
  }
  return guesses;
}

function guess(binding: Binding, key: string): Guesses {
  const senses: Sense[] = [];
  const words: BoundAnalyte[] = [];
  for (const { word, likeness } of binding.speller.guesses(key)) {
    for (const sense of binding.lexicon.forms.get(word) ?? []) {
      if (sense.kind === "analyte") senses.push({ ...sense, prior: sense.prior * likeness });
      else if (likeness > 0.75) senses.push(sense);
    }
    const bound = binding.word(word, likeness * 0.8);
    if (bound !== undefined) words.push(bound);
  }
  return { senses, words };
}
