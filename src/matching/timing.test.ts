import fc from "fast-check";
import { expect, it } from "vitest";
import { componentWords } from "../lexicon/normalise.ts";
import { timingWords } from "./timing.ts";

it.each([
  ["Cortisol T60", ["1h"]],
  ["Cortisol T 30", ["30m"]],
  ["CORTISOL T0", ["baseline", "trough"]],
  ["GH T-15", ["baseline", "trough"]],
  ["Glycémie H2", ["2h"]],
  ["Glycémie à 30 min", ["30m"]],
  ["Glycémie T120MN", ["2h"]],
  ["Cortisol T1h", ["1h"]],
  ["Glycémie PP 1h30", ["90m"]],
  ["Glycémie 0h30", ["30m"]],
])("`%s` states a sampling time", (label, words) => {
  for (const word of words) expect(timingWords(label)).toContain(word);
});

it("`1h30` is written in hours as well, as LOINC does: regression for two hours after a meal, signed in a lot", () => {
  const words = timingWords("Glycémie PP 1h30");
  for (const word of componentWords("1.5H")) expect(words).toContain(word);
  expect(timingWords("Cortisol 8h30")).toEqual([]);
});

it("T3 and T4 are hormones, T21 a trisomy and H1N1 a virus, not times", () => {
  for (const label of ["T3 libre", "T4", "Risque T21", "Grippe A H1 N1"]) expect(timingWords(label)).toEqual([]);
  expect(timingWords("Glucagon T3 min")).toEqual(["3m"]);
  expect(timingWords("Cortisol T30")).toEqual(["30m"]);
});

it("twelve o'clock is noon", () => {
  expect(timingWords("Cortisol 12 h")).toEqual(["12", "pm", "specimen"]);
});

it("tells the clock from the time since a dose", () => {
  expect(timingWords("Cortisol 8h")).toEqual(["8", "am", "specimen"]);
  expect(timingWords("Cortisol 16 h")).toEqual(["4", "pm", "specimen"]);
  expect(timingWords("Glucose 2h")).toEqual(["2h"]);
});

it("hears none where there is none", () => {
  for (const label of ["Sodium", "Facteur 8", "Vitamine B12", "CA 15-3", "25 OH vitamine D", "", "24h", "CD4"])
    expect(timingWords(label)).toEqual([]);
});

it("never fails, and says each word once", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("T", "H", "h", "m", "n", "0", "6", " ", "+", "à", "-") }),
      (label) => {
        const words = timingWords(label);
        expect(new Set(words).size).toBe(words.length);
      },
    ),
  );
});
