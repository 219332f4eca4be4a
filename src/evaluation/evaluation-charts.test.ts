import { expect, test } from "vitest";
import {
  chapterDiagram,
  coverageCurve,
  coverageDiagram,
  reliabilityBins,
  reliabilityDiagram,
} from "./evaluation-charts.ts";

const sure = [
  { confidence: 0.98, right: true },
  { confidence: 0.92, right: true },
  { confidence: 0.41, right: false },
  { confidence: 0.4, right: true },
];

test("bins hold mean confidence and share right; empty bins are left out", () => {
  const bins = reliabilityBins(sure);
  expect(bins.map((bin) => bin.rows)).toEqual([2, 2]);
  expect(bins[0]!.right).toBe(0.5);
  expect(bins[1]!.claimed).toBeCloseTo(0.95);
});

test("the curve goes from the surest row to all rows", () => {
  expect(coverageCurve(sure).map((point) => point.precision)).toEqual([1, 1, 2 / 3, 0.75]);
  expect(coverageCurve(sure).at(-1)!.coverage).toBe(1);
});

test("pictures say in words what they show, and nothing is not a number", () => {
  const chapters = [{ label: "A · BIO", rows: 4, top1: 0.75, top5: 1 }];
  for (const picture of [reliabilityDiagram(sure), coverageDiagram(sure), chapterDiagram(chapters)]) {
    expect(picture.text).toContain("<desc>");
    expect(picture.text).not.toContain("NaN");
  }
  expect(reliabilityDiagram([]).text).not.toContain("NaN");
  expect(coverageDiagram([]).text).not.toContain("NaN");
});
