import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import type { GoldItem } from "./gold.ts";
import { calibrationError, coverage, measure } from "./metrics.ts";

const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({ code: "2345-7", component: "Glucose", property: "MCnc", system: "Ser/Plas" }),
  aTerm({ code: "14749-6", component: "Glucose", property: "SCnc", system: "Ser/Plas" }),
]);
const item = (code: string, ...accepted: string[]): GoldItem => ({
  level: "analysis",
  code,
  loinc: accepted[0] ?? "",
  accepted,
  certainty: "sure",
});
const glucose = (property: string, loinc: string, confidence = 0.9) =>
  aCandidate(loinc, confidence, {
    component: { value: "Glucose" },
    property: { value: property },
    system: { value: "Ser/Plas" },
  });

describe("measures of proposals against gold", () => {
  const gold = [item("FIRST", "2345-7"), item("SECOND", "2345-7"), item("OTHER", "718-7", "14749-6"), item("NONE")];
  const proposals = [
    aProposal({ code: "FIRST", band: "auto", candidates: [glucose("MCnc", "2345-7")] }),
    aProposal({ code: "SECOND", candidates: [glucose("SCnc", "14749-6", 0.6), glucose("MCnc", "2345-7", 0.3)] }),
    aProposal({ code: "OTHER", band: "auto", candidates: [glucose("SCnc", "14749-6")] }),
    aProposal({ code: "NONE", band: "none" }),
  ];
  const metrics = measure(gold, proposals, release);

  it("count rows, and shares over those that have a code", () => {
    expect(metrics).toMatchObject({ rows: 4, coded: 3, exact1: 1 / 3, top1: 2 / 3, top3: 1, top5: 1, top10: 1 });
    expect(metrics.mrr).toBeCloseTo((1 + 1 / 2 + 1) / 3);
  });

  it("tell abstention, and how right the lot is", () => {
    expect(metrics).toMatchObject({ abstentionRecall: 1, abstentionPrecision: 1, auto: 0.5, autoPrecision: 1 });
  });

  it("tell each axis apart: a wrong code may be right on five of them", () => {
    expect(metrics.axes.system).toBe(1);
    expect(metrics.axes.property).toBeCloseTo(2 / 3);
  });

  it("a code where there should be none is wrong in the lot; a row without proposal is wrong", () => {
    const wrong = measure(
      [item("NONE"), item("ABSENT", "2345-7")],
      [aProposal({ code: "NONE", band: "auto", candidates: [glucose("MCnc", "2345-7")] })],
      release,
    );
    expect(wrong).toMatchObject({ rows: 2, coded: 1, top10: 0, mrr: 0, autoPrecision: 0, abstentionRecall: 0 });
  });

  it("do not mix levels, and are 0 of nothing", () => {
    const exam = aProposal({ level: "exam", code: "FIRST", candidates: [glucose("MCnc", "2345-7")] });
    expect(measure([item("FIRST", "2345-7")], [exam], release).top1).toBe(0);
    for (const value of Object.values(measure([], [], release)).filter((one) => typeof one === "number"))
      expect(value).toBe(0);
  });
});

describe("calibration", () => {
  const rows = fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }));

  it("has no error when what is claimed is what happens", () => {
    const half = Array.from({ length: 10 }, (_, i) => ({ confidence: 0.5, right: i % 2 === 0 }));
    expect(calibrationError(half)).toBeCloseTo(0);
    expect(calibrationError([{ confidence: 1, right: false }])).toBe(1);
    expect(calibrationError([])).toBe(0);
  });

  it("is between 0 and 1", () => {
    fc.assert(
      fc.property(rows, (sure) => {
        expect(calibrationError(sure)).toBeGreaterThanOrEqual(0);
        expect(calibrationError(sure)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("coverage: the longest beginning that is right often enough", () => {
    const right = (...list: boolean[]) => list.map((one) => ({ confidence: 0, right: one }));
    expect(coverage(right(true, true, false, true), 0.75)).toBe(4);
    expect(coverage(right(true, true, false, false), 0.98)).toBe(2);
    expect(coverage(right(false), 0.5)).toBe(0);
    fc.assert(
      fc.property(rows, (sure) => {
        const count = coverage(sure, 0.9);
        const good = sure.slice(0, count).filter((one) => one.right).length;
        expect(good).toBeGreaterThanOrEqual(0.9 * count);
        expect(coverage(sure, 0.8)).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
