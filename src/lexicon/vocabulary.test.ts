import { expect, it } from "vitest";
import { tokens } from "./tokens.ts";
import { buildVocabulary } from "./vocabulary.ts";

it("counts in how many forms a word stands, keeps its accents, and leaves out what has digits", () => {
  const { known, words } = buildVocabulary(["Créatine totale", "CREATINE", "vitamine B 12", "T3"].map(tokens));
  expect([...known]).toEqual([
    ["b", { count: 1, text: "B" }],
    ["creatine", { count: 2, text: "Créatine" }],
    ["t", { count: 1, text: "T" }],
    ["totale", { count: 1, text: "totale" }],
    ["vitamine", { count: 1, text: "vitamine" }],
  ]);
  expect(Array.from({ length: words.count }, (_, place) => words.at(place))).toEqual([...known.keys()]);
});
