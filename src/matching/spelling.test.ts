import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spokenWhenAsked } from "../lexicon/spoken-words.ts";
import { buildSpeller, distance } from "./spelling.ts";

const words = [
  "thyroglobuline",
  "dabigatran",
  "erythroblaste",
  "creatinine",
  "creatine",
  "sodium",
  "fer",
  "b12",
  "cd4",
];
const spoken = (list: readonly string[]) => spokenWhenAsked(() => list)();
const speller = buildSpeller([spoken(words)]);
const best = (word: string): string | undefined => speller.guesses(word)[0]?.word;

describe("guessing words", () => {
  it.each([
    ["thyroglobulin", "thyroglobuline"],
    ["tiroglobuline", "thyroglobuline"],
    ["dabigatram", "dabigatran"],
    ["dabi", "dabigatran"],
    ["erybl", "erythroblaste"],
    ["creatinin", "creatinine"],
    ["sodiun", "sodium"],
  ])("%s is %s", (written, word) => {
    expect(best(written)).toBe(word);
  });

  it("what begins as written is rather meant than what is spelt nearly so", () => {
    const drugs = buildSpeller([spoken(["prazosine", "prasoz"])]);
    expect(drugs.guesses("prazos")[0]?.word).toBe("prazosine");
  });

  it("does not guess from short words, from numbers, or far off", () => {
    for (const written of ["fe", "fr", "b13", "cd8", "potassium", "zzzzzz", ""])
      expect(speller.guesses(written)).toEqual([]);
  });

  it("likes a word better the nearer it is, never above 1", () => {
    const likeness = (written: string, word: string): number =>
      speller.guesses(written).find((guess) => guess.word === word)?.likeness ?? 0;
    expect(likeness("dabigatr", "dabigatran")).toBeGreaterThan(likeness("dabi", "dabigatran"));
    for (const written of ["dabigatran", "creatinine", "creat", "erybl"]) {
      const guesses = speller.guesses(written);
      expect(guesses.length).toBeLessThanOrEqual(6);
      for (const guess of guesses) {
        expect(guess.likeness).toBeGreaterThan(0);
        expect(guess.likeness).toBeLessThanOrEqual(1);
      }
      expect(guesses).toEqual([...guesses].sort((a, b) => b.likeness - a.likeness));
    }
  });

  it("finds in several lists, words of both among them, what it finds in one", () => {
    const word = fc.string({ unit: fc.constantFrom("c", "r", "e", "a", "t", "i"), minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word), fc.array(word), word, (some, others, written) => {
        const apart = buildSpeller([spoken([...new Set(some)]), spoken([...new Set(others)])]);
        const together = buildSpeller([spoken([...new Set([...some, ...others])])]);
        expect(apart.guesses(written)).toEqual(together.guesses(written));
      }),
    );
  });

  it("gives the same guesses for one word again", () => {
    expect(speller.guesses("creat")).toEqual(speller.guesses("creat"));
    expect(buildSpeller([spoken([...words].reverse())]).guesses("creat")).toEqual(speller.guesses("creat"));
  });
});

describe("the distance of two words", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

  it("counts letters to insert, drop, change or swap", () => {
    expect(distance("sodium", "sodium", 2)).toBe(0);
    expect(distance("sodium", "sodum", 2)).toBe(1);
    expect(distance("sodium", "sodiun", 2)).toBe(1);
    expect(distance("sodium", "soduim", 2)).toBe(1);
    expect(distance("", "abc", 5)).toBe(3);
  });

  it("compares words of any length", () => {
    const long = "ab".repeat(100);
    expect(distance(long, `${long}c`, 2)).toBe(1);
    expect(distance(`${long}cde`, long, 2)).toBe(3);
  });

  it("is 0 for a word and itself, and the same both ways", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, a, 8)).toBe(0);
        expect(distance(a, b, 8)).toBe(distance(b, a, 8));
        if (a !== b) expect(distance(a, b, 8)).toBeGreaterThan(0);
      }),
    );
  });

  it("stops counting above the limit", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        const all = distance(a, b, 20);
        expect(all <= limit ? distance(a, b, limit) === all : distance(a, b, limit) > limit).toBe(true);
      }),
    );
  });
});
