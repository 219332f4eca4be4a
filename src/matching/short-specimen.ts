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
  return specimen !== undefined && (closes(words, from, to) || opens(binding, text, words, from, to))
    ? specimen
    : undefined;
}

/** True for `ST` behind a specimen: *sous-traité*, no whole blood (`METANEPH.U(ST)`). */
export function isSentOut({ lexicon }: Binding, words: readonly Token[], from: number, to: number): boolean {
  return from > 1 && to - from === 1 && words[from]!.word === "st" && lexicon.shortSpecimens.has(words[from - 1]!.word);
}

/** Letters of specimens that laboratories write before a name, with what parts them from it: `U-IODE`, `S.ALBUMINE`, `U/DALA` (but `U/P` is a ratio). */
const OPENING = /^[us]$/;
const PARTED = /^[-._]$/;
/** Urine is said before short names too: `U-PB`, `U-5HIAA`. */
const TWO_CHARACTERS = /[a-z\d].*[a-z\d]/i;
/** Before a space the letter may begin a name (`S aureus`): urine is hardly anything else, serum and plasma stand before what the lexicon holds. */
const BEFORE_NAMES = /^[sp]$/;

function opens({ lexicon }: Binding, text: string, words: readonly Token[], from: number, to: number): boolean {
  const [first, next] = words;
  if (from !== 0 || to !== 1 || next === undefined) return false;
  const between = text.slice(first!.end, next.start);
  const long = next.word.length >= 3;
  const urine = first!.word === "u" && TWO_CHARACTERS.test(text.slice(next.start));
  const named = long && lexicon.forms.get(next.word)?.some(({ kind }) => kind === "analyte") === true;
  if (/^ +$/.test(between)) return urine || (named && BEFORE_NAMES.test(first!.word));
  if (!OPENING.test(first!.word)) return false;
  if (PARTED.test(between)) return long || urine;
  return between === "/" && long;
}

/** Words that may follow a closing code: times, and what is done with the sample. */
const CLOSERS =
  /^(h|mn|min|j|t|depist\w*|conf\w*|rech\w*|dos|dosage|quanti\w*|quali\w*|pcr|cult\w*|direct|tot|ratio|st)$/;

/** True when the words from `from` to `to` end the label, but for times and amounts, and do not begin it. */
export function closes(words: readonly Token[], from: number, to: number): boolean {
  return from > 0 && words.slice(to).every((word) => /^\d+$/.test(word.word) || CLOSERS.test(word.word));
}
