import { describe, expect, it } from "vitest";
import { chanceByTrees } from "../matching/trees.ts";
import type { ChanceExample } from "./chance-example.ts";
import { trainTrees } from "./train-trees.ts";

const NAMES = ["a", "b"] as const;
const OPTIONS = { trees: 40, leaves: 4, rate: 0.2, least: 5, ridge: 1 };
const rows = (count: number, features: number[], right: boolean, weight = 1): ChanceExample[] =>
  Array.from({ length: count }, () => ({ features: Float32Array.from(features), right, weight }));
const chance = (examples: ChanceExample[], features: number[], options = OPTIONS): number =>
  chanceByTrees(trainTrees(NAMES, examples, options), NAMES, features);

describe("boosted trees", () => {
  it("give the share that was right where nothing tells rows apart", () => {
    expect(chance([...rows(75, [1, 1], true), ...rows(25, [1, 1], false)], [1, 1])).toBeCloseTo(0.75, 1);
  });

  it("tell apart what one feature tells apart only beside another, which no weights can", () => {
    const either = [
      ...rows(50, [0, 0], false),
      ...rows(60, [1, 1], false),
      ...rows(50, [0, 1], true),
      ...rows(50, [1, 0], true),
    ];
    expect(chance(either, [0, 1])).toBeGreaterThan(0.9);
    expect(chance(either, [1, 1])).toBeLessThan(0.1);
  });

  it("make no leaf of fewer examples than they must hold", () => {
    const { trees } = trainTrees(NAMES, [...rows(50, [0, 0], false), ...rows(4, [1, 0], true)], OPTIONS);
    for (const tree of trees) expect(typeof tree).toBe("number");
  });

  it("count a row by its weight", () => {
    expect(chance([...rows(10, [1, 0], true, 3), ...rows(10, [1, 0], false, 1)], [1, 0])).toBeCloseTo(0.75, 1);
  });

  it("say what each feature was worth, the most first", () => {
    const { worth } = trainTrees(
      NAMES,
      [...rows(50, [0, 1], false), ...rows(50, [0, 0], false), ...rows(50, [1, 1], true), ...rows(40, [1, 0], true)],
      OPTIONS,
    );
    expect(Object.keys(worth)[0]).toBe("a");
    expect(worth.a).toBeGreaterThan(90);
  });

  it("answer with one chance without rows", () => {
    expect(chance([], [1, 1])).toBe(0.5);
  });
});
