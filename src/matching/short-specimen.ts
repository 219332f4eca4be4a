/** Short codes of specimens, which count only where nothing else is meant: at the end of a label, or parted from its beginning. */
import type { Specimen } from "../lexicon/senses.ts";
import type { Token } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";

/** Codes of one to three letters count only at the end of a label: `CREAT.U`, `PH ART`, `K.U 24H`, `PSA L`, `RUB G`. */
export function shortSpecimen(
  binding: Binding,
  text: string,
  words: readonly Token[],
  from: number,
  to: number,
  key: string,
): Specimen | undefined {
  const specimen = binding.lexicon.shortSpecimens.get(key);
  return specimen !== undefined && (closes(words, from, to) || opens(text, words, from, to)) ? specimen : undefined;
}

/** Letters of specimens that laboratories write before a name, with what parts them from it: `U-IODE`, `S.ALBUMINE`. */
/** Urine is said before short names too: `U-PB`, `U-5HIAA`. */
const LONG = /[a-z\d].*[a-z\d]/i;
const OPENING = /^[us]$/;

function opens(text: string, words: readonly Token[], from: number, to: number): boolean {
  const [first, next] = words;
  return (
    from === 0 &&
    to === 1 &&
    next !== undefined &&
    OPENING.test(first!.word) &&
    (next.word.length >= 3 || (first!.word === "u" && LONG.test(text.slice(next.start)))) &&
    /^[-._/]$/.test(text.slice(first!.end, next.start))
  );
}

/** Words that may follow a closing code: times, and what is done with the sample. */
const CLOSERS = /^(h|mn|min|j|t|depist\w*|conf\w*|rech\w*|dos|dosage|quanti\w*|quali\w*|pcr|cult\w*|direct|tot|ratio)$/;

/** True when the words from `from` to `to` end the label, but for times and amounts, and do not begin it. */
export function closes(words: readonly Token[], from: number, to: number): boolean {
  return from > 0 && words.slice(to).every((word) => /^\d+$/.test(word.word) || CLOSERS.test(word.word));
}
