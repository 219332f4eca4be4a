/** Words run together without a blank: `AMYLASEASCITE`, `RPRtitre`, `CANNABISUR`. */
import { fold, stem } from "../lexicon/normalise.ts";
import type { Sense } from "../lexicon/senses.ts";
import { beginningWith } from "../lexicon/sorted-texts.ts";
import type { Token } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";

/** One of the two words has so many letters at least, the other so many; less where the second is no name (`GRAMPUS`). */
const LONGER = 5;
const SHORTER = 4;
const SHORT = 3;
/** Where the case changes, less is needed. */
const SHORTEST = 2;
/** The second may be cut, but not shorter. */
const CUT = 5;
const MOST_WAYS = 3;
/** What stands beside a name. */
const BESIDE: ReadonlySet<Sense["kind"]> = new Set(["specimen", "modifier", "method", "scale", "property"]);
/** `RPRt`, `LKMAb`, `DSTPyra`: small letters end and capitals begin, or the last capital begins a word. */
const CASE = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})|(?<=\p{Lu}{2})(?=\p{Ll}{3})/gu;

/** The ways in which a word that nothing knows is two words that forms hold, the most even first. */
export function waysApart(binding: Binding, { text, start, end }: Token): Token[][] {
  const folded = fold(text);
  if (folded.length !== text.length) return [];
  const { forms, shortSpecimens, vocabulary } = binding.lexicon;
  const { counts, words } = vocabulary;
  const begins = (word: string): boolean => beginningWith(words, word).next().done !== true;
  const isBeside = (word: string): boolean =>
    shortSpecimens.has(word) ||
    (word.length >= SHORT && forms.get(word)?.every(({ kind }) => BESIDE.has(kind)) === true);
  const byCase = new Set(Array.from(text.matchAll(CASE), ({ index }) => index));
  const ways: { readonly at: number; readonly even: number }[] = [];
  for (let at = SHORTEST; at <= text.length - SHORTEST; at++) {
    const even = Math.min(at, text.length - at);
    const longer = Math.max(at, text.length - at);
    const [first, second] = [stem(folded.slice(0, at)), stem(folded.slice(at))];
    if (!counts.has(first)) continue;
    const long = longer >= LONGER && at >= SHORT && second.length >= SHORTER;
    const fits = counts.has(second) || (second.length >= CUT && begins(second));
    if (((byCase.has(at) || long) && fits) || (at >= SHORTER && second.length >= SHORTEST && isBeside(second)))
      ways.push({ at, even });
  }
  const part = (from: number, to: number): Token => ({
    text: text.slice(from, to),
    word: stem(folded.slice(from, to)),
    start: start + from,
    end: to === text.length ? end : start + to,
  });
  return ways
    .filter(({ at }) => !(folded[at] === "s" && ways.some((other) => other.at === at + 1)))
    .sort((a, b) => b.even - a.even)
    .slice(0, MOST_WAYS)
    .map(({ at }) => [part(0, at), part(at, text.length)]);
}
