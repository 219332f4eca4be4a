/** A release made searchable: from the words of components to the terms that bear them. Built once when a release is opened. */

import { componentPieces, wordOfPiece } from "../lexicon/normalise.ts";
import { componentParts } from "../loinc/component.ts";
import type { Release } from "../loinc/release.ts";
import { grouped, type Lists, listsBuilder } from "./lists.ts";

/** What kind of thing an analyte is, when its name says so. */
export const ANALYTE_KINDS = ["other", "antibody", "antigen", "nucleic", "gene"] as const;
export const ISOTYPES = ["", "igg", "igm", "iga", "ige", "igg+igm", "igg1", "igg2", "igg3", "igg4", "igd"] as const;

/**
 * Components without what follows `^` are *bases* (`Glucose` for `Glucose^1H post dose glucose`): words find bases, bases hold terms.
 */
export type ReferenceIndex = {
  readonly release: Release;
  readonly words: ReadonlyMap<string, number>;
  readonly wordTexts: readonly string[];
  /** Rarity of a word, natural logarithm of (bases / bases that hold it). */
  readonly idf: Float32Array;
  readonly baseNames: readonly string[];
  readonly bases: ReadonlyMap<string, number>;
  /** Words of the analyte of each base, divisor apart. */
  readonly analyteWords: Lists;
  readonly divisorWords: Lists;
  /** Bases that hold a word, in analyte or divisor. */
  readonly postings: Lists;
  readonly termsOfBase: Lists;
  /** Sum of idf over the analyte words of a base. */
  readonly analyteMass: Float32Array;
  readonly kindOfBase: Uint8Array;
  readonly isotypeOfBase: Uint8Array;
  /** For each value of the component column: its base, and the words of its challenge. */
  readonly baseOfComponent: Uint32Array;
  readonly challengeOfComponent: readonly string[];
  /** 0 to 1: how used the most used term of a base is. */
  readonly usageOfBase: Float32Array;
};

/** The index of `release`. */
export function indexReference(release: Release): ReferenceIndex {
  const components = release.coded.component;
  const bases = new Map<string, number>();
  const baseNames: string[] = [];
  const baseOfComponent = new Uint32Array(components.values.length);
  const challengeOfComponent: string[] = [];
  const { words, wordTexts, numbersIn } = numbering();
  const analyte = listsBuilder();
  const divisor = listsBuilder();
  components.values.forEach((component, c) => {
    const caret = component.indexOf("^");
    challengeOfComponent.push(caret < 0 ? "" : component.slice(caret + 1));
    const name = caret < 0 ? component : component.slice(0, caret);
    const key = name.toLowerCase();
    let base = bases.get(key);
    if (base === undefined) {
      base = baseNames.length;
      bases.set(key, base);
      baseNames.push(name);
      const parts = componentParts(name);
      analyte.add(numbersIn(parts.analyte));
      divisor.add(numbersIn(parts.divisor));
    }
    baseOfComponent[c] = base;
  });

  const count = baseNames.length;
  const analyteWords = analyte.lists();
  const divisorWords = divisor.lists();
  const postings = postingsOf(count, wordTexts.length, analyteWords, divisorWords);
  const idf = Float32Array.from(wordTexts, (_, word) =>
    Math.log((count + 1) / (postings.starts[word + 1]! - postings.starts[word]!)),
  );
  const baseOfTerm = components.ids.map((id) => baseOfComponent[id]!);
  const usageOfBase = new Float32Array(count);
  for (let t = 0; t < release.size; t++)
    usageOfBase[baseOfTerm[t]!] = Math.max(usageOfBase[baseOfTerm[t]!]!, usage(release.rank[t]!));
  const telling = Uint32Array.from(wordTexts, tellingBit);
  const analyteMass = new Float32Array(count);
  const kindOfBase = new Uint8Array(count);
  const isotypeOfBase = new Uint8Array(count);
  for (let base = 0; base < count; base++) {
    let mass = 0;
    let told = 0;
    for (let i = analyteWords.starts[base]!; i < analyteWords.starts[base + 1]!; i++) {
      mass += idf[analyteWords.items[i]!]!;
      told |= telling[analyteWords.items[i]!]!;
    }
    analyteMass[base] = mass;
    kindOfBase[base] = kindOf(told);
    isotypeOfBase[base] = isotypeOf(told);
  }
  return {
    release,
    words,
    wordTexts,
    idf,
    baseNames,
    bases,
    analyteWords,
    divisorWords,
    postings,
    termsOfBase: grouped(
      count,
      baseOfTerm,
      baseOfTerm.map((_, term) => term),
    ),
    analyteMass,
    kindOfBase,
    isotypeOfBase,
    baseOfComponent,
    challengeOfComponent,
    usageOfBase,
  };
}

/** Numbers words as they come; `numbersIn` gives those of the distinct words of a component. */
function numbering() {
  const words = new Map<string, number>();
  const wordTexts: string[] = [];
  // A piece is folded text before it is a word: most are met many times.
  const ofPiece = new Map<string, number>();
  const numberOf = (piece: string): number => {
    const word = wordOfPiece(piece);
    if (word === undefined) return -1;
    let number = words.get(word);
    if (number === undefined) {
      number = wordTexts.length;
      words.set(word, number);
      wordTexts.push(word);
    }
    return number;
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
  return { words, wordTexts, numbersIn };
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

/** 0 (not ranked) to 1 (the most used test), falling with the logarithm of the rank. */
export function usage(rank: number): number {
  return rank === 0 ? 0 : 1 - Math.log(rank) / Math.log(25_000);
}

const TELLING = [
  ...["gene", "ab", "dna", "rna", "rrna", "ag"],
  ...["igg1", "igg2", "igg3", "igg4", "igg", "igm", "iga", "ige", "igd"],
] as const;

/** A bit for each word that tells kind or isotype. */
function tellingBit(word: string): number {
  const place = (TELLING as readonly string[]).indexOf(word);
  return place < 0 ? 0 : 1 << place;
}

function kindOf(told: number): number {
  if (told === 0) return 0;
  const has = (word: string): boolean => (told & tellingBit(word)) !== 0;
  if (has("gene")) return ANALYTE_KINDS.indexOf("gene");
  if (has("ab")) return ANALYTE_KINDS.indexOf("antibody");
  if (has("dna") || has("rna") || has("rrna")) return ANALYTE_KINDS.indexOf("nucleic");
  if (has("ag")) return ANALYTE_KINDS.indexOf("antigen");
  return 0;
}

function isotypeOf(told: number): number {
  if (told === 0) return 0;
  const has = (word: string): boolean => (told & tellingBit(word)) !== 0;
  if (has("igg") && has("igm")) return ISOTYPES.indexOf("igg+igm");
  for (const isotype of ["igg1", "igg2", "igg3", "igg4", "igg", "igm", "iga", "ige", "igd"] as const) {
    if (has(isotype)) return ISOTYPES.indexOf(isotype);
  }
  return 0;
}
