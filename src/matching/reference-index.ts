/** A release made searchable: from the words of components to the terms that bear them, with what is known of words and bases. */

import type { Release } from "../loinc/release.ts";
import { type ComponentIndex, indexComponents } from "./component-index.ts";
import { thawedComponents } from "./frozen-components.ts";

/** What kind of thing an analyte is, when its name says so. */
export const ANALYTE_KINDS = ["other", "antibody", "antigen", "nucleic", "gene"] as const;
export const ISOTYPES = ["", "igg", "igm", "iga", "ige", "igg+igm", "igg1", "igg2", "igg3", "igg4", "igd"] as const;

export type ReferenceIndex = ComponentIndex & {
  readonly release: Release;
  readonly words: ReadonlyMap<string, number>;
  /** Rarity of a word, natural logarithm of (bases / bases that hold it). */
  readonly idf: Float32Array;
  /** The name of a base, as its first component writes it. */
  readonly baseName: (base: number) => string;
  /** Sum of idf over the analyte words of a base. */
  readonly analyteMass: Float32Array;
  readonly kindOfBase: Uint8Array;
  readonly isotypeOfBase: Uint8Array;
  /** 0 to 1: how used the most used term of a base is. */
  readonly usageOfBase: Float32Array;
};

/** The index of `release`; its components are taken from its pack when that holds them. */
export function indexReference(release: Release): ReferenceIndex {
  const index = thawedComponents(release) ?? indexComponents(release);
  const { wordTexts, analyteWords, postings, baseOfComponent } = index;
  const count = index.bases.size;
  const idf = Float32Array.from(wordTexts, (_, word) =>
    Math.log((count + 1) / (postings.starts[word + 1]! - postings.starts[word]!)),
  );
  const components = release.coded.component;
  const usageOfBase = new Float32Array(count);
  for (let t = 0; t < release.size; t++) {
    if (release.rank[t] === 0) continue;
    const base = baseOfComponent[components.ids[t]!]!;
    usageOfBase[base] = Math.max(usageOfBase[base]!, usage(release.rank[t]!));
  }
  const telling = Uint32Array.from(wordTexts, (word) => BITS.get(word) ?? 0);
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
  const firstComponent = new Uint32Array(count);
  for (let c = components.values.length - 1; c >= 0; c--) firstComponent[baseOfComponent[c]!] = c;
  return {
    ...index,
    release,
    words: new Map(wordTexts.map((word, number) => [word, number])),
    idf,
    baseName: (base) => components.values[firstComponent[base]!]!.split("^")[0]!,
    analyteMass,
    kindOfBase,
    isotypeOfBase,
    usageOfBase,
  };
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
const BITS = new Map<string, number>(TELLING.map((word, place) => [word, 1 << place]));

function kindOf(told: number): number {
  if (told === 0) return 0;
  const has = (word: string): boolean => (told & BITS.get(word)!) !== 0;
  if (has("gene")) return ANALYTE_KINDS.indexOf("gene");
  if (has("ab")) return ANALYTE_KINDS.indexOf("antibody");
  if (has("dna") || has("rna") || has("rrna")) return ANALYTE_KINDS.indexOf("nucleic");
  if (has("ag")) return ANALYTE_KINDS.indexOf("antigen");
  return 0;
}

function isotypeOf(told: number): number {
  if (told === 0) return 0;
  const has = (word: string): boolean => (told & BITS.get(word)!) !== 0;
  if (has("igg") && has("igm")) return ISOTYPES.indexOf("igg+igm");
  for (const isotype of ["igg1", "igg2", "igg3", "igg4", "igg", "igm", "iga", "ige", "igd"] as const) {
    if (has(isotype)) return ISOTYPES.indexOf(isotype);
  }
  return 0;
}
