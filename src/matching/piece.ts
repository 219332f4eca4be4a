/** What words that stand together may be: a form of the lexicon, whole, cut or abbreviated, a word of the reference, or a guess. */
import type { Sense, Specimen } from "../lexicon/senses.ts";
import { joined, type Token } from "../lexicon/tokens.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import { isClock, isDose } from "./clocks-and-doses.ts";
import { fusedOf, guessesBeforeMark, guessesFor, madeOf } from "./guesses.ts";
import type { Recognition } from "./read-text.ts";
import { closes, isSentOut, shortSpecimen } from "./short-specimen.ts";
import { asSigned } from "./signs.ts";
import { acrossStroke } from "./stroke.ts";
import { correctedBefore, isMark, slippedBehind } from "./told-apart.ts";

/** What some words may be together, and how much of the text that explains. */
export type Piece = {
  readonly value: number;
  readonly recognition: Recognition;
  readonly senses: readonly Sense[];
  readonly more: readonly BoundAnalyte[];
  readonly short: Specimen | undefined;
};

const LETTER = /[a-z]/;
const NOTHING: readonly never[] = [];

function pieceOf(
  value: number,
  recognition: Recognition,
  senses: readonly Sense[],
  more: readonly BoundAnalyte[] = NOTHING,
  short?: Specimen,
): Piece {
  return { value, recognition, senses, more, short };
}

/** What the words from `from` to `to` may be together; `spelt` are the words in their other spellings where some have one. */
export function pieceAt(
  binding: Binding,
  text: string,
  words: readonly Token[],
  spelt: readonly string[] | undefined,
  from: number,
  to: number,
): Piece | undefined {
  const key = joined(words, from, to);
  const other = spelt?.slice(from, to).join("");
  if (isSentOut(binding, words, from, to)) return pieceOf(key.length ** 1.25, "form", NOTHING);
  const short = shortSpecimen(binding, text, words, from, to, key);
  if (isDose(words, from, to)) return pieceOf(key.length ** 1.25, "form", NOTHING);
  if (isClock(binding, words, from, to, key)) return pieceOf(key.length ** 1.25 + 0.5, "form", NOTHING);
  const narrowing = binding.lexicon.shortModifiers.get(key);
  const brief = narrowing !== undefined && closes(words, from, to) ? narrowing : [];
  const several = to - from > 1;
  const filed = LETTER.test(key) || words.length === 1 ? sensesOf(binding, key, other) : undefined;
  const known = filed && asSigned(text, words.slice(from, to), filed);
  const exact = known && several ? acrossStroke(binding, text, words.slice(from, to), known) : known;
  const cut = several && exact === undefined && words[to - 1]!.word.length >= 4 ? binding.truncated(key) : [];
  // A closing or opening U is the specimen, whatever else U may mean.
  const closing = (short !== undefined || brief.length > 0) && key.length <= 2;
  const senses = closing ? brief : (exact ?? cut).filter((sense) => sense.kind !== "challenge");
  if (senses.length > 0 || short !== undefined) {
    // A single letter is more often a part of something else, unless it is all there is (`K`).
    const value = key.length === 1 && words.length > 1 ? 0.4 : key.length ** 1.25 - 0.3;
    return pieceOf(
      several && exact !== undefined && scattered(binding, text, words, from, to, key) ? 0.5 * value - 0.6 : value,
      "form",
      senses,
      NOTHING,
      short,
    );
  }
  return several ? pieceOfSeveral(binding, text, words, from, to, key) : pieceOfOne(binding, words, from, key, other);
}

/** What several words may be that are no form as they stand. */
function pieceOfSeveral(
  binding: Binding,
  text: string,
  words: readonly Token[],
  from: number,
  to: number,
  key: string,
): Piece | undefined {
  const name = words[from]!.word;
  const behind = key.slice(name.length);
  const slipped = to - from === 2 ? slippedBehind(binding, name, behind) : NOTHING;
  if (slipped.length > 0) return pieceOf(name.length ** 1.25 + 0.3, "guess", slipped);
  const closed = shortSpecimen(binding, text, words, to - 1, to, words[to - 1]!.word) !== undefined;
  const meant =
    to - from <= 4 && !closed
      ? binding
          .abbreviated(words.slice(from, to).map((word) => word.word))
          .filter((sense) => sense.kind !== "challenge")
      : [];
  if (meant.length > 0) return pieceOf(key.length ** 1.1, "guess", meant);
  const corrected = to - from <= 3 ? correctedBefore(binding, name, behind) : NOTHING;
  if (corrected.length > 0) return pieceOf(key.length, "guess", corrected);
  const gap = isPartedName(words.slice(from, to), key) ? 1 : 0;
  const together =
    to - from <= 3 && words.slice(from + 1, to).every((word, i) => word.start - words[from + i]!.end <= gap);
  const word = together ? binding.word(key, 0.9) : undefined;
  return word === undefined ? undefined : pieceOf(key.length ** 1.1, "word", NOTHING, [word]);
}

/** What the word at `at` may be that is no form as it stands. */
function pieceOfOne(
  binding: Binding,
  words: readonly Token[],
  at: number,
  key: string,
  other: string | undefined,
): Piece {
  if (!LETTER.test(key)) return pieceOf(0.1, "unknown", NOTHING);
  const made = madeOf(binding, key);
  if (made.length > 0) return pieceOf(key.length ** 1.2, "form", made);
  const word = key.length >= 3 ? wordOf(binding, key, other) : undefined;
  if (word !== undefined) return pieceOf(key.length * 0.95, "word", NOTHING, [word]);
  const together = binding.truncated(key).length === 0 ? fusedOf(binding, key) : [];
  if (together.length > 0) return pieceOf(key.length * 0.9, "fused", together);
  const guessed = isMark(words[at + 1]?.word ?? "") ? guessesBeforeMark(binding, key) : guessesFor(binding, key);
  if (guessed.senses.length + guessed.words.length > 0)
    return pieceOf(key.length * 0.5, "guess", guessed.senses, guessed.words);
  return pieceOf(0.1, "unknown", NOTHING);
}

/** The senses of a form, or of the same in another spelling. */
function sensesOf({ lexicon }: Binding, key: string, other: string | undefined): readonly Sense[] | undefined {
  return lexicon.forms.get(key) ?? (other === undefined ? undefined : lexicon.forms.get(other));
}

/** The reference's word, or the same in another spelling. */
function wordOf(binding: Binding, key: string, other: string | undefined): BoundAnalyte | undefined {
  return binding.word(key, 0.85) ?? (other === undefined ? undefined : binding.word(other, 0.85));
}

/** A full stop or a space inside a word of the form (`CL.U` read as CLU) makes it less likely, unless the label spells a sigle (`C.R.P.`). */
function scattered(
  binding: Binding,
  text: string,
  words: readonly Token[],
  from: number,
  to: number,
  key: string,
): boolean {
  const span = words.slice(from, to);
  if (span.length > 2 && span.every((word) => word.word.length === 1)) return false;
  const ends = binding.lexicon.boundaries.get(key);
  const parts = isPartedName(span, key) ? /\./ : /[. ]/;
  let end = 0;
  return span.slice(1).some((word, i) => {
    end += span[i]!.word.length;
    return parts.test(text.slice(span[i]!.end, word.start)) && !ends?.has(end) && !isInSigle(span, i);
  });
}

/** True for a long name that a space may part where others write one word: `Palmitoyl carnitine`. */
function isPartedName(span: readonly Token[], key: string): boolean {
  return span.length === 2 && key.length >= 12 && span.every(({ word }) => word.length >= 4);
}

/** True between two of at least three letters that stand by themselves. */
function isInSigle(span: readonly Token[], i: number): boolean {
  const isLetter = (word: Token | undefined): boolean => word?.word.length === 1 && LETTER.test(word.word);
  return isLetter(span[i]) && isLetter(span[i + 1]) && (isLetter(span[i - 1]) || isLetter(span[i + 2]));
}
