/** The component index of a release as sections of its pack, so that it need not be made at each start. */

import { freezeMap, thawMap } from "../lexicon/frozen-map.ts";
import { componentWords, soundOf } from "../lexicon/normalise.ts";
import { freezeSpoken, thawSpoken } from "../lexicon/spoken-words.ts";
import { bytesOf, wordsIn } from "../loinc/pack-sections.ts";
import type { Release } from "../loinc/release.ts";
import { type ComponentIndex, indexComponents } from "./component-index.ts";
import type { Lists } from "./lists.ts";

/** Raised when sections change. */
const LAYOUT = 2;
const LISTS = ["analyteWords", "divisorWords", "postings", "termsOfBase"] as const;

/** One of each thing that the rules of words treat in its own way. */
const PROBES = [
  "Cholesterol.in HDL/Cholesterol.total^1H post 75 g glucose PO",
  "Lymphocytes.CD3+CD4+ & 17-Hydroxyprogesterone",
  "α-Fœtoprotein β Æthyl ß κ λ µ Sjögren's",
  "Actions of the virus and bacteria by viruses, index gas",
];

/** Tells packs apart that were made when words were made otherwise: their index is not used. */
function rules(): string {
  return JSON.stringify([LAYOUT, PROBES.map(componentWords), PROBES.map(soundOf)]);
}

/** `release` with its component index, for its pack. */
export function withComponents(release: Release, index: ComponentIndex = indexComponents(release)): Release {
  const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), "utf8");
  const extras = new Map<string, Uint8Array>([
    ["rules", Buffer.from(rules(), "utf8")],
    ["words", json(index.wordTexts)],
    ["words.order", bytesOf(alphabetical(index.wordTexts))],
    ...freezeSpoken("words", index.spoken()),
    ...freezeMap("bases", index.bases),
    ["baseOfComponent", bytesOf(index.baseOfComponent)],
    ["challenges.ids", bytesOf(index.challenges.ids)],
    ["challenges.values", json(index.challenges.values)],
  ]);
  for (const name of LISTS) {
    extras.set(`${name}.starts`, bytesOf(index[name].starts));
    extras.set(`${name}.items`, bytesOf(index[name].items));
  }
  return { ...release, extras };
}

/** The numbers of `texts` in alphabetical order. */
function alphabetical(texts: readonly string[]): Uint32Array {
  const before = (a: number, b: number): number => (texts[a]! < texts[b]! ? -1 : 1);
  return Uint32Array.from([...texts.keys()].sort(before));
}

/** The same numbers, none of which is above 2³¹, in the type that lists have. */
function signed({ buffer, byteOffset, length }: Uint32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}

/** The component index in the pack of `release`; `undefined` when there is none, or when it was made by other rules. */
export function thawedComponents({ extras }: Release): ComponentIndex | undefined {
  const section = (name: string): Uint8Array => extras!.get(name)!;
  const text = (name: string): string => Buffer.from(section(name)).toString("utf8");
  if (extras?.has("rules") !== true || text("rules") !== rules()) return undefined;
  const words = (name: string): Uint32Array => wordsIn(section(name));
  const lists = (name: (typeof LISTS)[number]): Lists => ({
    starts: signed(words(`${name}.starts`)),
    items: signed(words(`${name}.items`)),
  });
  const wordTexts = JSON.parse(text("words")) as string[];
  const order = words("words.order");
  const spoken = thawSpoken("words", section, {
    count: order.length,
    at: (place) => wordTexts[order[place]!]!,
  });
  return {
    wordTexts,
    spoken: () => spoken,
    bases: thawMap("bases", section, (base: number) => base),
    analyteWords: lists("analyteWords"),
    divisorWords: lists("divisorWords"),
    postings: lists("postings"),
    termsOfBase: lists("termsOfBase"),
    baseOfComponent: words("baseOfComponent"),
    challenges: { ids: words("challenges.ids"), values: JSON.parse(text("challenges.values")) as string[] },
  };
}
