/** The challenges that a text states (`T60`, `HGPO 75 g`), wherever they stand. */
import { joined, LONGEST_FORM, type Token } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";

const NOTHING: readonly never[] = [];
const NOT = /^(non|not|pas|hors|sans|without)$/;

/** Offsets in the text, and the words of LOINC challenges that this part of it states. */
export type ChallengeSpan = { readonly start: number; readonly end: number; readonly challenges: readonly string[] };

/** Challenges are read across the other senses (`cortisol T0 Synacthène` is cortisol and a challenge); the longest spans count. */
export function challengesIn(binding: Binding, words: readonly Token[]): ChallengeSpan[] {
  const spans: ChallengeSpan[] = [];
  let denied = 0;
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + LONGEST_FORM); to > from; to--) {
      const key = joined(words, from, to);
      const senses = binding.lexicon.forms.get(key) ?? (to - from === 1 ? binding.truncated(key) : NOTHING);
      if (!senses.some((sense) => sense.kind === "challenge")) continue;
      // T3 and T4 are hormones before they are samples.
      if (key.length === 2 && senses.some((sense) => sense.kind === "analyte")) continue;
      // `non à jeun` says the contrary, whatever piece of it is read
      if (from < denied || NOT.test(words[from - 1]?.word ?? "")) {
        denied = Math.max(denied, to);
        break;
      }
      const challenges = senses.flatMap((sense) => (sense.kind === "challenge" ? [sense.challenge] : []));
      const span = { start: words[from]!.start, end: words[to - 1]!.end, challenges };
      if (!spans.some((longer) => longer.start <= span.start && longer.end >= span.end)) spans.push(span);
      break;
    }
  }
  return spans;
}
