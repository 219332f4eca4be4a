/** The clock of a timed sample that is glued to what is measured: `CORTISOLT30` is cortisol at T30. */
import type { Token } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";

const NAME_AND_T = /^[a-z]{3,}t$/;
/** Clocks count minutes, or hours: `INSULINET120`, `GLYT0`. T3 and T4 are hormones, and antithrombin was III. */
const CLOCK = /^(?![34]$)\d{1,3}$/;
const LIKELY = 0.6;

/** `words` with the T of a clock parted from the name before it, where the lexicon knows that name and not what both make together. */
export function withClocksApart({ lexicon: { forms } }: Binding, words: readonly Token[]): readonly Token[] {
  const isGlued = ({ word, end }: Token, next: Token | undefined): boolean =>
    next !== undefined &&
    NAME_AND_T.test(word) &&
    CLOCK.test(next.word) &&
    next.start === end &&
    !forms.has(word) &&
    !forms.has(word + next.word) &&
    forms.get(word.slice(0, -1))?.some((sense) => sense.kind === "analyte" && sense.prior >= LIKELY) === true;
  if (!words.some((word, i) => isGlued(word, words[i + 1]))) return words;
  return words.flatMap((word, i) => (isGlued(word, words[i + 1]) ? parted(word) : [word]));
}

function parted({ text, word, start, end }: Token): Token[] {
  return [
    { text: text.slice(0, -1), word: word.slice(0, -1), start, end: end - 1 },
    { text: text.slice(-1), word: word.slice(-1), start: end - 1, end },
  ];
}
