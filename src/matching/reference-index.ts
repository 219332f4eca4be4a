/** A release made searchable: from the words of components to the terms that bear them. Built once when a release is opened. */

import { componentWords } from "../lexicon/normalise.ts";
import { componentParts } from "../loinc/component.ts";
import type { Release } from "../loinc/release.ts";

/** Lists of numbers end to end; list `i` is `items[starts[i], starts[i+1])`. */
export type Lists = { readonly starts: Uint32Array; readonly items: Uint32Array };

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
  const words = new Map<string, number>();
  const wordTexts: string[] = [];
  const analyte: number[][] = [];
  const divisor: number[][] = [];
  const wordNumber = (word: string): number => {
    let number = words.get(word);
    if (number === undefined) {
      number = wordTexts.length;
      words.set(word, number);
      wordTexts.push(word);
    }
    return number;
  };
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
      analyte.push(componentWords(parts.analyte).map(wordNumber));
      divisor.push(componentWords(parts.divisor).map(wordNumber));
    }
    baseOfComponent[c] = base;
  });

  const holders: number[][] = wordTexts.map(() => []);
  for (let base = 0; base < baseNames.length; base++) {
    for (const word of new Set([...analyte[base]!, ...divisor[base]!])) holders[word]!.push(base);
  }
  const idf = Float32Array.from(holders, (list) => Math.log((baseNames.length + 1) / list.length));
  const terms: number[][] = baseNames.map(() => []);
  for (let t = 0; t < release.size; t++) terms[baseOfComponent[components.ids[t]!]!]!.push(t);
  const usageOfBase = Float32Array.from(terms, (list) =>
    list.reduce((best, t) => Math.max(best, usage(release.rank[t]!)), 0),
  );

  return {
    release,
    words,
    wordTexts,
    idf,
    baseNames,
    bases,
    analyteWords: toLists(analyte),
    divisorWords: toLists(divisor),
    postings: toLists(holders),
    termsOfBase: toLists(terms),
    analyteMass: Float32Array.from(analyte, (list) => list.reduce((sum, word) => sum + idf[word]!, 0)),
    kindOfBase: Uint8Array.from(analyte, (list) => kindOf(list.map((word) => wordTexts[word]!))),
    isotypeOfBase: Uint8Array.from(analyte, (list) => isotypeOf(list.map((word) => wordTexts[word]!))),
    baseOfComponent,
    challengeOfComponent,
    usageOfBase,
  };
}

/** 0 (not ranked) to 1 (the most used test), falling with the logarithm of the rank. */
export function usage(rank: number): number {
  return rank === 0 ? 0 : 1 - Math.log(rank) / Math.log(25_000);
}

function kindOf(words: readonly string[]): number {
  const has = (word: string): boolean => words.includes(word);
  if (has("gene")) return ANALYTE_KINDS.indexOf("gene");
  if (has("ab")) return ANALYTE_KINDS.indexOf("antibody");
  if (has("dna") || has("rna") || has("rrna")) return ANALYTE_KINDS.indexOf("nucleic");
  if (has("ag")) return ANALYTE_KINDS.indexOf("antigen");
  return 0;
}

function isotypeOf(words: readonly string[]): number {
  if (words.includes("igg") && words.includes("igm")) return ISOTYPES.indexOf("igg+igm");
  for (const isotype of ["igg1", "igg2", "igg3", "igg4", "igg", "igm", "iga", "ige", "igd"] as const) {
    if (words.includes(isotype)) return ISOTYPES.indexOf(isotype);
  }
  return 0;
}

function toLists(lists: readonly (readonly number[])[]): Lists {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length;
  });
  const items = new Uint32Array(starts[lists.length]!);
  lists.forEach((list, i) => items.set(list, starts[i]!));
  return { starts, items };
}
