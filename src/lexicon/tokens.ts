import { fold, stem } from "./normalise.ts";

/** A word of a text. `start` and `end` are offsets in the text as it was given, so that reasons can quote it. */
export type Token = { readonly text: string; readonly word: string; readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{M}]+|\p{N}+|[%/‰]/gu;

/** Words that link others and mean nothing by themselves; the article *la* is kept, for LA is also an analyte. */
const LINKS = new Set(["de", "du", "des", "les", "le", "et", "au", "aux", "par", "pour", "sur", "dans"]);

/** `d'`, `l'` before a word. */
const ELIDED = /^[dlDL]['’ʼ]\p{L}/u;

/** Hospitals write `A-TPO`, `AC A-GAD` for *anti-TPO*: an A before a hyphen and a word, at the beginning or after *ac*. */
const ANTI = /(^\s*|\b(?:ac|auto-?ac|auto)[\s.]+)a-(?=\p{L}{2})/iu;

/**
 * The words of `text` in order, linking words left out unless there is nothing else (`Au` is gold) or it begins with AU, uric acid in
 * `AU urinaire`. Letters and digits part (`T60MN` → t, 60, mn):
 * forms are compared end to end, so nothing is lost. `%` and `/` stand as words of their own because they tell fractions and ratios.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const links: Token[] = [];
  const anti = text.includes("a-") || text.includes("A-") ? ANTI.exec(text) : null;
  const antiAt = anti === null ? -1 : anti.index + anti[1]!.length;
  for (const match of text.matchAll(WORD)) {
    const token = {
      text: match[0],
      word: match.index === antiAt ? "anti" : stem(fold(match[0])),
      start: match.index,
      end: match.index + match[0].length,
    };
    const elided = match[0].length === 1 && ELIDED.test(text.slice(token.start, token.end + 2));
    const begins = found.length === 0 && links.length === 0;
    const link = LINKS.has(token.word) && !touchesDigit(text, token) && !(begins && token.text === "AU");
    if (link || elided) links.push(token);
    else found.push(token);
  }
  return found.length > 0 ? found : links;
}

/** Letters that touch a digit are a piece of a word (`00AU0`), not a linking word. */
function touchesDigit(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return /\p{N}/u.test(text.slice(Math.max(0, start - 1), start)) || /\p{N}/u.test(text.slice(end, end + 1));
}

/** The words that count when forms are compared: `%` and `/` are left out unless they stand alone. */
export function formWords(form: string): string[] {
  const words = tokens(form).map((token) => token.word);
  const letters = words.filter((word) => /[a-z0-9]/.test(word));
  return letters.length > 0 ? letters : words;
}

/** The key under which a form is filed: its words end to end. */
export function formKey(form: string): string {
  return formWords(form).join("");
}

/** Words that a form has at most. */
export const LONGEST_FORM = 9;

/** The words from `from` to `to`, end to end. */
export function joined(words: readonly Token[], from: number, to: number): string {
  let key = "";
  for (let i = from; i < to; i++) key += words[i]!.word;
  return key;
}
