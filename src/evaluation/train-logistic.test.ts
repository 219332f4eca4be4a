import { describe, expect, it } from "vitest";
import type { ChanceExample } from "./chance-example.ts";
import { trainLogistic } from "./train-logistic.ts";

const rows = (count: number, features: number[], right: boolean, weight = 1): ChanceExample[] =>
  Array.from({ length: count }, () => ({ features: Float32Array.from(features), right, weight }));
const chance = (weights: Float64Array, features: number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, feature, f) => sum + feature * weights[f]!, 0)));

describe("logistic regression", () => {
  it("gives with the bias alone the share that was right", () => {
    const weights = trainLogistic([...rows(75, [1], true), ...rows(25, [1], false)], 1, 1);
    expect(chance(weights, [1])).toBeCloseTo(0.75, 4);
  });

  it("tells apart what a feature tells apart", () => {
    const weights = trainLogistic(
      [...rows(90, [1, 1], true), ...rows(10, [1, 1], false), ...rows(20, [1, 0], true), ...rows(80, [1, 0], false)],
      2,
      0.01,
    );
    expect(chance(weights, [1, 1])).toBeCloseTo(0.9, 1);
    expect(chance(weights, [1, 0])).toBeCloseTo(0.2, 1);
  });

  it("is drawn to nothing by the ridge", () => {
    const examples = [...rows(20, [1, 1], true), ...rows(20, [1, 0], false)];
    const free = Math.abs(trainLogistic(examples, 2, 0.01)[1]!);
    expect(Math.abs(trainLogistic(examples, 2, 100)[1]!)).toBeLessThan(free);
  });

  it("counts a row by its weight", () => {
    const weights = trainLogistic([...rows(1, [1], true, 3), ...rows(1, [1], false, 1)], 1, 1);
    expect(chance(weights, [1])).toBeCloseTo(0.75, 4);
  });

  it("stays finite where rows part completely, where a feature never varies, and without rows", () => {
    const parted = trainLogistic([...rows(5, [1, 1, 0], true), ...rows(5, [1, -1, 0], false)], 3, 1);
    for (const weight of [...parted, ...trainLogistic([], 3, 1), ...trainLogistic(rows(5, [1, 1, 1], true), 3, 1)])
      expect(Number.isFinite(weight)).toBe(true);
  });
});
