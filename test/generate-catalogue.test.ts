import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generateCatalogue, seeded } from "../bench/generate-catalogue.ts";
import { loadCatalogue } from "../src/catalogue/load-catalogue.ts";

const { catalogue } = await loadCatalogue([fileURLToPath(new URL("../examples/laboratoire-du-port", import.meta.url))]);

test("a generated catalogue has the rows asked for and is the same for the same seed", () => {
  const made = generateCatalogue(catalogue, 1500, 7);
  expect(made.analyses.length + made.exams.length).toBe(1500);
  expect(generateCatalogue(catalogue, 1500, 7)).toEqual(made);
  expect(generateCatalogue(catalogue, 1500, 8)).not.toEqual(made);
});

test("codes are distinct and labels differ from copy to copy", () => {
  const { analyses } = generateCatalogue(catalogue, 3000, 7);
  expect(new Set(analyses.map((analysis) => analysis.code)).size).toBe(analyses.length);
  expect(new Set(analyses.map((analysis) => analysis.label)).size).toBeGreaterThan(analyses.length / 2);
  expect(analyses.every((analysis) => analysis.label.trim() !== "")).toBe(true);
});

test("an empty catalogue gives an empty one", () => {
  expect(generateCatalogue({ chapters: [], exams: [], analyses: [] }, 10, 1).analyses).toEqual([]);
});

test("seeded numbers are the same for a seed, from 0 to 1", () => {
  const numbers = Array.from({ length: 100 }, seeded(3).next);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(new Set(numbers).size).toBe(100);
});
