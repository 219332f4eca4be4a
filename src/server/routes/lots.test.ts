import { expect, it } from "vitest";
import { measuredLot } from "./lots.ts";

const lots = {
  analysis: { percent: 98.4, rows: 1100 },
  exam: { percent: 97, rows: 300 },
  subchapter: { percent: 0, rows: 0 },
};

it("a lot tells what was measured of its level, and nothing of a level that was not", () => {
  expect(measuredLot(lots, "analysis")).toEqual(lots.analysis);
  expect(measuredLot(lots, "exam")).toEqual(lots.exam);
  expect(measuredLot(lots, "chapter")).toBeUndefined();
  expect(measuredLot(lots, "subchapter")).toBeUndefined();
});
