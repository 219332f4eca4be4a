/** Words run together without a blank: `AMYLASEASCITE`, `RPRtitre`, `CANNABISUR`. */
import { fold, stem } from "../lexicon/normalise.ts";
import type { Sense } from "../lexicon/senses.ts";
import { beginningWith } from "../lexicon/sorted-texts.ts";
import type { Token } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";

/** A name has so many letters at least, what stands beside it so many; less where the case changes. */
const NAME = 4;
const BESIDE = 3;
const SHORTEST = 2;
/** The second word may be cut, but not shorter. */
const CUT = 5;
const MOST_WAYS = 3;
/**
 * What stands before a name, and behind one. Two names are no way apart (*Hypotaurine* is no taurine, though *Hypo* is a name), nor are a name and a part of another
 * (*hydroxy*) or what is against it (*anti*).
 */
const BEFORE: ReadonlySet<Sense["kind"]> = new Set(["specimen", "method", "scale", "modifier"]);
const BEHIND: ReadonlySet<Sense["kind"]> = new Set([...BEFORE, "property", "challenge"]);
const ANTI = "anti";

function standsBeside(sense: Sense, kinds: ReadonlySet<Sense["kind"]>): boolean {
  return kinds.has(sense.kind) && !(sense.kind === "modifier" && sense.role === "part");
}

/** `RPRt`, `LKMAb`, `DSTPyra`: small letters end and capitals begin, or the last capital begins a word. */
const CASE = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})|(?<=\p{Lu}{2})(?=\p{Ll}{3})/gu;

/** The ways in which a word that nothing knows is two words that forms hold, the most even first. */
export function waysApart(binding: Binding, { text, start, end }: Token): Token[][] {
  const folded = fold(text);
  if (folded.length !== text.length) return [];
  const { forms, shortSpecimens, vocabulary } = binding.lexicon;
  const { known: all, words } = vocabulary;
  const begins = (word: string): boolean => word.length >= CUT && beginningWith(words, word).next().done !== true;
  const isOnly = (word: string, kinds: ReadonlySet<Sense["kind"]>): boolean =>
    word.length >= BESIDE && word !== ANTI && forms.get(word)?.every((sense) => standsBeside(sense, kinds)) === true;
  const byCase = new Set(Array.from(text.matchAll(CASE), ({ index }) => index));
  const ways: { readonly at: number; readonly even: number }[] = [];
  for (let at = SHORTEST; at <= text.length - SHORTEST; at++) {
    const [first, second] = [stem(folded.slice(0, at)), stem(folded.slice(at))];
    // the plural of the first word is no beginning of the second: `LymphocytesT`
    if (!all.has(first) || (folded[at] === "s" && byCase.has(at + 1))) continue;
    const known = all.has(second);
    const fits =
      (byCase.has(at) && (known || begins(second))) ||
      (second.length >= NAME && known && isOnly(first, BEFORE)) ||
      (first.length >= NAME && (shortSpecimens.has(second) || isOnly(second, BEHIND)));
    if (fits) ways.push({ at, even: Math.min(at, text.length - at) });
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
