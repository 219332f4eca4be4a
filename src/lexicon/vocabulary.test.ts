import { expect, it } from "vitest";
import { buildVocabulary } from "./vocabulary.ts";

it("counts in how many forms a word stands, and leaves out what has digits", () => {
  const { counts, words } = buildVocabulary([
    ["bilirubine", "totale"],
    ["bilirubine"],
    ["vitamine", "b", "12"],
    ["t3"],
  ]);
  expect([...counts]).toEqual([
    ["b", 1],
    ["bilirubine", 2],
    ["totale", 1],
    ["vitamine", 1],
  ]);
  expect(Array.from({ length: words.count }, (_, place) => words.at(place))).toEqual([...counts.keys()]);
});
