import { expect, it } from "vitest";
import { partsOf, specificSynonyms } from "./synonyms.ts";

it("a synonym that many analytes have is no synonym of any", () => {
  const analytes = ["Glucose", "Sodium", "Potassium", "Urea", "Glucose^2H"];
  const rows = analytes.map((component, i) => ({ component, synonyms: `Sérum; mot ${i % 4} | ;` }));
  expect(specificSynonyms(rows)).toEqual(["mot 0", "mot 1", "mot 2", "mot 3", "mot 0"]);
  // three analytes may share a word
  expect(specificSynonyms(rows.slice(0, 3))).toEqual(["Sérum;mot 0", "Sérum;mot 1", "Sérum;mot 2"]);
});

it("cells are parted at semicolons and bars", () => {
  expect(partsOf(" Hb ;HGB| Hémoglobine;;")).toEqual(["Hb", "HGB", "Hémoglobine"]);
});
