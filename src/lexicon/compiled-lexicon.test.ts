import { expect, it } from "vitest";
import { decodeLexicon, encodeLexicon } from "./compiled-lexicon.ts";
import { buildLexicon, type Lexicon } from "./lexicon.ts";
import { readTables } from "./load-lexicon.ts";
import type { SortedTexts } from "./sorted-texts.ts";

const built = buildLexicon(readTables());
const compiled = decodeLexicon(encodeLexicon(built));
const { units, phrases, spoken, vocabulary, ...maps } = built;
const names = Object.keys(maps) as (keyof Omit<Lexicon, "units" | "phrases" | "spoken" | "vocabulary">)[];
const textsOf = ({ count, at }: SortedTexts): string[] => Array.from({ length: count }, (_, place) => at(place));

it.each(names)("holds the same %s as the lexicon that it was compiled from", (name) => {
  expect(built[name].size).toBeGreaterThan(0);
  expect(new Map<string, unknown>(compiled[name])).toStrictEqual(new Map<string, unknown>(built[name]));
});

it("holds the same phrases, and the same forms by how they sound", () => {
  expect(phrases.count).toBeGreaterThan(0);
  expect(textsOf(compiled.phrases)).toEqual(textsOf(phrases));
  const [own, kept] = [spoken()[0]!, compiled.spoken()[0]!];
  expect(own.bySound.length).toBeGreaterThan(0);
  for (const name of ["bySound", "letters", "lengths"] as const) expect([...kept[name]]).toEqual([...own[name]]);
  expect(textsOf(kept)).toEqual([...built.forms.keys()].sort());
});

it("holds the same vocabulary", () => {
  expect(vocabulary.words.count).toBe(vocabulary.known.size);
  expect(textsOf(compiled.vocabulary.words)).toEqual(textsOf(vocabulary.words));
  expect([...compiled.vocabulary.known]).toEqual([...vocabulary.known]);
});

it("reads the same units", () => {
  for (const name of ["exact", "loose", "readings"] as const)
    expect(new Map<string, unknown>(compiled.units[name])).toStrictEqual(new Map<string, unknown>(units[name]));
  for (const text of ["G/L", "g/L", "µmol / l", "UI/mL", "mg/24h", "nothing"])
    expect(compiled.units.read(text)).toStrictEqual(units.read(text));
});

it("has one object for one sense, whichever form leads to it", () => {
  const forms = [...built.forms];
  const [first, again] = forms.flatMap(([key, senses], i) => {
    const other = forms.slice(i + 1, i + 20).find(([, others]) => others[0] === senses[0]);
    return other === undefined ? [] : [key, other[0]];
  });
  expect(compiled.forms.get(first!)![0]).toBe(compiled.forms.get(again!)![0]);
});
