import { american } from "./british.ts";
import { fold } from "./normalise.ts";
import type { Token } from "./tokens.ts";

/** How a word may also stand in the lexicon: in American spelling, or with an ending that is no plural (`antiHBs` is nothing of HBc). */
export function otherSpelling({ word, text }: Token): string {
  const written = american(word);
  if (written !== undefined) return written;
  const whole = fold(text);
  return whole.slice(0, -1) === word ? whole : word;
}
