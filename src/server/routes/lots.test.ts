import { expect, it } from "vitest";
import { measuredLot } from "./lots.ts";

const lots = {
  analysis: { percent: 98.4, rows: 1100 },
  exam: { percent: 97, rows: 300 },
  subchapter: { percent: 0, rows: 0 },
};

it("a lot tells what was measured of its level, and nothing of a level that was not", () => {
  const measured = { auto: 98.4, rows: 1466, lots };
  expect(measuredLot(measured, "analysis")).toEqual(lots.analysis);
  expect(measuredLot(measured, "exam")).toEqual(lots.exam);
  expect(measuredLot(measured, "chapter")).toBeUndefined();
  expect(measuredLot(measured, "subchapter")).toBeUndefined();
});

it("a model file of before knows analyses alone", () => {
  const before = { auto: 98.2, rows: 1466 };
  expect(measuredLot(before, "analysis")).toEqual({ percent: 98.2, rows: 1466 });
  expect(measuredLot(before, "exam")).toBeUndefined();
});
