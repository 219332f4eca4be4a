/** Words that nothing knows, as they may have been meant: two words run together, or a word with a slip of the pen. */
import { otherSpelling } from "../lexicon/other-spelling.ts";
import type { Token } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";
import { waysApart } from "./run-together.ts";
import { isStrange, slipsOf } from "./slips.ts";

/** How surely some letters of what was written were a slip of the pen. */
export type Correction = "none" | "sure" | "doubtful";

/** What may have been meant by a word. `cost` is how many letters' worth that must explain more than the word as it stands. */
export type Way = { readonly words: readonly Token[]; readonly cost: number; readonly correction: Correction };
export type Respelling = { readonly token: Token; readonly ways: readonly Way[] };

/** A blank left out is likelier than a slip, and that than several. */
const APART = 1;
const SLIP = 2;
const SLIPS = 4;
/** A capital behind small letters is a mark of its own (`TestostéroneB`), and no slip. */
const MARKED = /\p{Ll}{2}\p{Lu}$/u;
/** A text with more strange words is no label. */
const MOST_STRANGE = 4;

/** What may have been meant by the words of `words` that nothing knows. */
export function respellings(binding: Binding, words: readonly Token[]): Respelling[] {
  const strange = words.filter((word) => isStrange(binding, word.word) && isStrange(binding, otherSpelling(word)));
  if (strange.length > MOST_STRANGE) return [];
  return strange.flatMap((token) => {
    const apart = isNearlyKnown(binding, token.word) ? [] : waysApart(binding, token);
    const slips = MARKED.test(token.text) ? [] : slipsOf(binding, token.word);
    const ways = [
      ...apart.map((words): Way => ({ words, cost: APART, correction: "none" })),
      ...slips.map(({ word, sure }): Way => {
        const text = binding.lexicon.vocabulary.known.get(word)?.text.toLowerCase() ?? word;
        return { words: [{ ...token, word, text }], cost: sure ? SLIP : SLIPS, correction: sure ? "sure" : "doubtful" };
      }),
    ];
    return ways.length === 0 ? [] : [{ token, ways }];
  });
}

/** From this likeness on a word is another, misspelt or in another language, rather than two words. */
const NEARLY = 0.79;

/** True when `word` is nearly one that is known (`coliforme`, *coliform*), rather than its beginning. */
function isNearlyKnown(binding: Binding, word: string): boolean {
  return binding.speller.guesses(word).some((guess) => guess.likeness >= NEARLY && !guess.word.startsWith(word));
}
