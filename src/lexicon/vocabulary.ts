/** The words that forms are made of, whatever stands beside them. */
import { type SortedTexts, sortedTexts } from "./sorted-texts.ts";

export type Vocabulary = {
  /** Word → how many forms hold it. */
  readonly counts: ReadonlyMap<string, number>;
  /** The same words in alphabetical order. */
  readonly words: SortedTexts;
};

const LETTERS_ONLY = /^[a-z]+$/;

/** The words of `forms`, each given as its words. Those with digits are left out: a slip in them makes another name. */
export function buildVocabulary(forms: Iterable<readonly string[]>): Vocabulary {
  const counts = new Map<string, number>();
  for (const words of forms)
    for (const word of words) if (LETTERS_ONLY.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const inOrder = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return { counts: new Map(inOrder), words: sortedTexts(counts.keys()) };
}
