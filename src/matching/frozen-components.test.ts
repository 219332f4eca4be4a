import fc from "fast-check";
import { expect, it } from "vitest";
import { anyTerms, aTerm } from "../../test/term.ts";
import type { SpokenWords } from "../lexicon/spoken-words.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { decodePack, encodePack } from "../loinc/pack.ts";
import type { Release } from "../loinc/release.ts";
import { thawedComponents, withComponents } from "./frozen-components.ts";
import { indexReference } from "./reference-index.ts";

const info = { title: "", version: "", source: "" };
const packed = (release: Release): Release => decodePack(encodePack(withComponents(release)));

const heard = ({ bySound, at, letters, lengths }: SpokenWords): readonly unknown[] => [
  Array.from(bySound, (place) => at(place)),
  [...letters],
  [...lengths],
];

it("is the index that would be made of the release", () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const release = buildRelease(info, terms);
      const { baseName, bases, spoken, release: _made, ...made } = indexReference(release);
      const again = packed(release);
      expect(thawedComponents(again)).toBeDefined();
      const {
        baseName: nameAgain,
        bases: basesAgain,
        spoken: spokenAgain,
        release: _thawed,
        ...thawed
      } = indexReference(again);
      expect(thawed).toEqual(made);
      expect(heard(spokenAgain())).toEqual(heard(spoken()));
      expect([...basesAgain]).toEqual([...bases]);
      for (const base of bases.values()) expect(nameAgain(base)).toBe(baseName(base));
    }),
    { numRuns: 30 },
  );
});

it("is made anew for a pack without one, and for one that was made by other rules", () => {
  const release = buildRelease(info, [aTerm({ code: "2345-7", component: "Glucose^2H post meal" })]);
  expect(thawedComponents(decodePack(encodePack(release)))).toBeUndefined();
  const other = packed(release);
  const stale = { ...other, extras: new Map(other.extras).set("rules", Buffer.from("[0]")) };
  expect(thawedComponents(stale)).toBeUndefined();
  expect(indexReference(stale).wordTexts).toEqual(["glucose"]);
});

it("goes along when a release is handed from one thread to another", () => {
  const release = buildRelease(info, [aTerm({ code: "2345-7", component: "Glucose^2H post meal" })]);
  expect(thawedComponents(structuredClone(packed(release)))?.wordTexts).toEqual(["glucose"]);
});
