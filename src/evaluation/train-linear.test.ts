import { describe, expect, it } from "vitest";
import { type Example, trainLinear } from "./train-linear.ts";

const OPTIONS = { width: 2, epochs: 100, rate: 0.05, decay: 0.001 };
/** Candidates with two features each, the one with the gain first. */
const example = (features: number[], gains: number[], weight = 1): Example => ({
  features: Float32Array.from(features),
  gains: Float32Array.from(gains),
  weight,
});

describe("learning to rank", () => {
  it("weighs up what right candidates have and down what wrong ones have", () => {
    const weights = trainLinear([example([1, 0, 0, 1], [1, 0]), example([1, 1, 0, 1], [1, 0])], OPTIONS);
    expect(weights[0]).toBeGreaterThan(0);
    expect(weights[1]).toBeLessThanOrEqual(0);
  });

  it("puts the right candidate first where one feature tells", () => {
    const weights = trainLinear([example([1, 0, 0, 0], [1, 0]), example([0, 0, 1, 0], [0, 1])], OPTIONS);
    expect(weights[0]).toBeGreaterThan(0.5);
  });

  it("learns more from what weighs more", () => {
    const against = example([1, 0, 0, 1], [1, 0], 1);
    const light = trainLinear([against, example([1, 0, 0, 1], [0, 1], 0.1)], OPTIONS);
    const heavy = trainLinear([against, example([1, 0, 0, 1], [0, 1], 10)], OPTIONS);
    expect(light[0]).toBeGreaterThan(heavy[0]!);
  });

  it("gives the same weights again", () => {
    const examples = [example([1, 0.5, 0.2, 1], [1, 0]), example([0.1, 1, 0.7, 0], [0.4, 1])];
    expect(trainLinear(examples, OPTIONS)).toEqual(trainLinear(examples, OPTIONS));
  });

  it("learns nothing from rows without a right candidate, nor from none, and keeps numbers", () => {
    expect([...trainLinear([example([1, 0, 0, 1], [0, 0])], { ...OPTIONS, decay: 0 })]).toEqual([0, 0]);
    expect([...trainLinear([], OPTIONS)]).toEqual([0, 0]);
    for (const weight of trainLinear([example([1e4, 0, 0, 1e4], [1, 0])], OPTIONS))
      expect(Number.isFinite(weight)).toBe(true);
  });
});
