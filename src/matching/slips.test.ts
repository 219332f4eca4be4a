import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { isStrange, meantWord, slipsOf } from "./slips.ts";
import { distance } from "./spelling.ts";

const { binding } = matcher.engine;
const { words } = binding.lexicon.vocabulary;

describe("words that nothing knows", () => {
  it.each(["sodum", "chloesterol", "anticorpps"])("`%s` is one", (word) => expect(isStrange(binding, word)).toBe(true));
  it.each([
    ["sodium", "a form"],
    ["natrem", "the beginning of one"],
    ["haemoglobin", "one in British spelling"],
    ["aldolasemie", "made of a name and a suffix"],
    ["t30", "no letters alone"],
  ])("`%s` is none: %s", (word) => expect(isStrange(binding, word)).toBe(false));
});

describe("slips of the pen", () => {
  it.each([
    ["sodum", "sodium"],
    ["chloesterol", "cholesterol"],
    ["tmoin", "temoin"],
    ["champin", "champignon"],
    ["vancomcinemie", "vancomycinemie"],
  ])("`%s` is one of `%s`", (word, meant) => expect(meantWord(binding, word)).toBe(meant));

  it("are not looked for in short words", () => expect(slipsOf(binding, "crt")).toEqual([]));

  it("are none where the last letter or a number tells names apart: regression for `TroponinT`, signed as troponin I", () => {
    expect(slipsOf(binding, "troponint")).toEqual([]);
    expect(slipsOf(binding, "fviiicoag")).toEqual([]);
  });

  it("lead back to the word, or to others that are as near, when a letter is left out of a longer one", () => {
    const places = Array.from({ length: words.count }, (_, place) => place).filter(
      (place) => words.at(place).length >= 8,
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), (place, where) => {
        const word = words.at(place);
        const at = 1 + (where % (word.length - 2));
        const misspelt = word.slice(0, at) + word.slice(at + 1);
        fc.pre(isStrange(binding, misspelt));
        const found = slipsOf(binding, misspelt).map(({ word: meant }) => meant);
        expect(found.length).toBeGreaterThan(0);
        expect(found.includes(word) || found.length === 3).toBe(true);
        for (const other of found) expect(distance(misspelt, other, 1)).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
