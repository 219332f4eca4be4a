/** The words that forms are made of, whatever stands beside them. */
import { type SortedTexts, sortedTexts } from "./sorted-texts.ts";
import type { Token } from "./tokens.ts";

/** How many forms hold a word, and how people write it. */
export type Known = { readonly count: number; readonly text: string };

export type Vocabulary = {
  readonly known: ReadonlyMap<string, Known>;
  /** The same words in alphabetical order. */
  readonly words: SortedTexts;
};

const LETTERS_ONLY = /^[a-z]+$/;
const ACCENT = /[\u0080-\uffff]/;

/** The words of `forms`, each given as its words. Those with digits are left out: a slip in them makes another name. */
export function buildVocabulary(forms: Iterable<readonly Pick<Token, "word" | "text">[]>): Vocabulary {
  const known = new Map<string, { count: number; text: string }>();
  for (const words of forms)
    for (const { word, text } of words) {
      if (!LETTERS_ONLY.test(word)) continue;
      const entry = known.get(word);
      if (entry === undefined) known.set(word, { count: 1, text });
      else {
        entry.count++;
        // accents that one form leaves out another has
        if (ACCENT.test(text) && !ACCENT.test(entry.text)) entry.text = text;
      }
    }
  return { known: new Map([...known].sort(([a], [b]) => (a < b ? -1 : 1))), words: sortedTexts(known.keys()) };
}
