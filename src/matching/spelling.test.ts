import { describe, expect, it } from "vitest";
import { buildSpeller, distance } from "./spelling.ts";

const speller = buildSpeller([
  "glycemie",
  "glycerol",
  "creatinine",
  "erythroblaste",
  "thyroglobulin",
  "glucose",
  "b12a",
]);
const words = (word: string): string[] => speller.guesses(word).map((guess) => guess.word);

describe("a speller", () => {
  it("finds words with an error, likeliest first", () => {
    expect(words("glycmie")[0]).toBe("glycemie");
    expect(words("craetinine")[0]).toBe("creatinine");
  });

  it("finds words cut at the end or inside", () => {
    expect(words("creat")).toContain("creatinine");
    expect(words("erybl")).toContain("erythroblaste");
  });

  it("finds the English spelling of a French word", () => {
    expect(words("thyroglobuline")).toContain("thyroglobulin");
  });

  it("guesses nothing for short words and words with digits", () => {
    expect(words("gly")).toEqual([]);
    expect(words("glyc1mie")).toEqual([]);
  });

  it("says the same the second time", () => {
    expect(speller.guesses("glycmie")).toBe(speller.guesses("glycmie"));
  });
});

describe("distance", () => {
  it.each([
    ["abcd", "abcd", 2, 0],
    ["abcd", "acbd", 2, 1],
    ["abcd", "abd", 2, 1],
    ["abcd", "abxd", 2, 1],
    ["abcd", "xyzt", 2, 3],
    ["abc", "abcdef", 1, 2],
    ["", "ab", 2, 2],
  ])("%s to %s within %i is %i", (a, b, limit, errors) => {
    expect(distance(a, b, limit)).toBe(errors);
  });
});
