import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binned } from "./bins.ts";

describe("bins of features", () => {
  it("part every two values when these are few", () => {
    const { bins, thresholds } = binned([[0], [1], [0.5], [1]], 1);
    expect([...thresholds[0]!]).toEqual([0.25, 0.75]);
    expect([...bins[0]!]).toEqual([0, 2, 1, 2]);
  });

  it("are one where a feature never varies, and stand one after another", () => {
    const { thresholds, starts, width } = binned(
      [
        [3, 0],
        [3, 1],
      ],
      2,
    );
    expect(thresholds[0]!.length).toBe(0);
    expect(starts).toEqual([0, 1]);
    expect(width).toBe(3);
  });

  it("keep the order of values, and lie above exactly the thresholds that they count", () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, min: -5, max: 5 }), { minLength: 1, maxLength: 300 }), (values) => {
        const { bins, thresholds } = binned(
          values.map((value) => [value]),
          1,
        );
        values.forEach((value, i) => expect(bins[0]![i]).toBe(thresholds[0]!.filter((cut) => value > cut).length));
        expect(thresholds[0]!.length).toBeLessThanOrEqual(64);
      }),
    );
  });
});
