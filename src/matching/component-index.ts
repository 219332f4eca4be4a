/** What the components of a release are made of: bases, and the words of bases. Takes the longest of all that is made when a release is opened. */

import { componentPieces, wordOfPiece } from "../lexicon/normalise.ts";
import { type SpokenWords, spokenWhenAsked } from "../lexicon/spoken-words.ts";
import { componentParts } from "../loinc/component.ts";
import type { CodedColumn, Release } from "../loinc/release.ts";
import { grouped, type Lists, listsBuilder } from "./lists.ts";

/**
 * Components without what follows `^` are *bases* (`Glucose` for `Glucose^1H post dose glucose`): words find bases, bases hold terms.
 */
export type ComponentIndex = {
  /** Words by number. */
  readonly wordTexts: readonly string[];
  /** The same words, by how they sound. */
  readonly spoken: () => SpokenWords;
  /** Numbers of bases by their names in lower case. */
  readonly bases: ReadonlyMap<string, number>;
  /** Words of the analyte of each base, divisor apart. */
  readonly analyteWords: Lists;
  readonly divisorWords: Lists;
  /** Bases that hold a word, in analyte or divisor. */
  readonly postings: Lists;
  readonly termsOfBase: Lists;
  /** For each value of the component column: its base, and what follows `^`. */
  readonly baseOfComponent: Uint32Array;
  readonly challenges: CodedColumn;
};

/** The components of `release`, taken apart. */
export function indexComponents(release: Release): ComponentIndex {
  const components = release.coded.component;
  const bases = new Map<string, number>();
  const baseOfComponent = new Uint32Array(components.values.length);
  const challenges = new Map<string, number>([["", 0]]);
  const challengeOfComponent = new Uint32Array(components.values.length);
  const { words, numbersIn } = numbering();
  const analyte = listsBuilder();
  const divisor = listsBuilder();
  components.values.forEach((component, c) => {
    const parts = componentParts(component);
    challengeOfComponent[c] = numberIn(challenges, parts.challenge);
    const caret = component.indexOf("^");
    const known = bases.size;
    baseOfComponent[c] = numberIn(bases, (caret < 0 ? component : component.slice(0, caret)).toLowerCase());
    if (bases.size === known) return;
    analyte.add(numbersIn(parts.analyte));
    divisor.add(numbersIn(parts.divisor));
  });
  const analyteWords = analyte.lists();
  const divisorWords = divisor.lists();
  const baseOfTerm = components.ids.map((id) => baseOfComponent[id]!);
  const wordTexts = [...words.keys()];
  return {
    wordTexts,
    spoken: spokenWhenAsked(() => wordTexts),
    bases,
    analyteWords,
    divisorWords,
    postings: postingsOf(bases.size, words.size, analyteWords, divisorWords),
    termsOfBase: grouped(
      bases.size,
      baseOfTerm,
      baseOfTerm.map((_, term) => term),
    ),
    baseOfComponent,
    challenges: { values: [...challenges.keys()], ids: challengeOfComponent },
  };
}

/** The number of `text` in `numbers`, which gets the next one when it is new. */
function numberIn(numbers: Map<string, number>, text: string): number {
  let number = numbers.get(text);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(text, number);
  }
  return number;
}

/** Numbers words as they come; `numbersIn` gives those of the distinct words of a component. */
function numbering() {
  const words = new Map<string, number>();
  // A piece is folded text before it is a word: most are met many times.
  const ofPiece = new Map<string, number>();
  const numberOf = (piece: string): number => {
    const word = wordOfPiece(piece);
    return word === undefined ? -1 : numberIn(words, word);
  };
  const numbersIn = (component: string): number[] => {
    const numbers: number[] = [];
    if (component === "") return numbers;
    for (const piece of componentPieces(component)) {
      let number = ofPiece.get(piece);
      if (number === undefined) {
        number = numberOf(piece);
        ofPiece.set(piece, number);
      }
      if (number >= 0 && !numbers.includes(number)) numbers.push(number);
    }
    return numbers;
  };
  return { words, numbersIn };
}

/** By word, the bases that hold it. */
function postingsOf(bases: number, words: number, analyteWords: Lists, divisorWords: Lists): Lists {
  const held: number[] = [];
  const holders: number[] = [];
  for (let base = 0; base < bases; base++) {
    const from = held.length;
    for (const { starts, items } of [analyteWords, divisorWords]) {
      for (let i = starts[base]!; i < starts[base + 1]!; i++) {
        // a word of both parts is held once
        if (held.indexOf(items[i]!, from) >= 0) continue;
        held.push(items[i]!);
        holders.push(base);
      }
    }
  }
  return grouped(words, held, holders);
}
