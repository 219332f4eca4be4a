import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf, ranked } from "./candidates.ts";
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
  confidenceFeatures,
  confidenceOf,
  isHeldBack,
} from "./confidence.ts";
import type { Row } from "./row.ts";
import { scorerOf } from "./score.ts";

const score = scorerOf(matcher.engine, matcher.model);
const seen = (label: string, given: Partial<Row> = {}) => {
  const pool = candidatesOf(matcher.engine, aRow(label, given));
  const scores = score(pool);
  const features = confidenceFeatures(matcher.engine.index.release.coded, pool, scores, ranked(pool, scores, 10));
  return (name: ConfidenceFeature): number => features[CONFIDENCE_FEATURES.indexOf(name)]!;
};

describe("what confidence looks at", () => {
  it("is finite, whatever the label", () => {
    for (const label of ["", "?", "zzzz", "Glycémie", "Frais de port", "T4", "x".repeat(300)])
      for (const name of CONFIDENCE_FEATURES) expect(Number.isFinite(seen(label)(name))).toBe(true);
  });

  it("has shares of letters between 0 and 1, whatever the label", () => {
    for (const label of ["", "?", "zzzz", "Glycémie", "Frais de port", "x".repeat(300)])
      for (const name of ["administrative.share", "unknown", "guessed"] as const) {
        expect(seen(label)(name)).toBeGreaterThanOrEqual(0);
        expect(seen(label)(name)).toBeLessThanOrEqual(1);
      }
  });

  it("tells known words from unknown ones", () => {
    expect(seen("zzzz")("unknown")).toBe(1);
    expect(seen("Glycémie")("unknown")).toBe(0);
    expect(seen("Glycémie zzzz")("unknown")).toBeGreaterThan(0);
  });

  it("tells rows of management", () => {
    expect(seen("Commentaire")("administrative")).toBeGreaterThan(0.5);
    expect(seen("Glycémie")("administrative")).toBe(0);
  });

  it("tells rows that say nothing beside their label", () => {
    expect(seen("Glycémie")("silent")).toBe(1);
    expect(seen("Glycémie", { unit: "mmol/L" })("silent")).toBe(0);
    expect(seen("Glycémie", { specimen: "Plasma" })("silent")).toBe(0);
  });

  it("hears when the unit agrees with the code", () => {
    expect(seen("Glycémie", { unit: "mmol/L" })("unit.agrees")).toBeGreaterThan(0);
    expect(seen("Glycémie")("unit.agrees")).toBe(0);
  });
});

describe("what is never signed unread", () => {
  const held = (label: string, given: Partial<Row> = {}): boolean => {
    const features = new Float32Array(CONFIDENCE_FEATURES.map((name) => seen(label, given)(name)));
    return isHeldBack(features);
  };

  it("is D-dimer when the unit does not say in which equivalents", () => {
    expect(held("D-dimères", { unit: "ng/mL" })).toBe(true);
    expect(held("D-dimères", { unit: "µg/L FEU" })).toBe(false);
  });

  it("is a word that nothing understood", () => {
    expect(held("Glycémie zzzz")).toBe(true);
    expect(held("Glycémie")).toBe(false);
  });

  it("is held back when it counts by amplification and no unit says what: regression for loads without a unit, sure of copies", () => {
    expect(held("ARN VIH")).toBe(true);
    expect(held("ARN VIH", { unit: "copies/mL" })).toBe(false);
  });

  it("is a sample's time that the code leaves out", () => {
    expect(held("Ferritine T60")).toBe(true);
    expect(held("Ferritine T0")).toBe(false);
    expect(held("Ferritine")).toBe(false);
  });
});

describe("contradictions", () => {
  it("are held back even when nothing else is in doubt: a percentage of insulin antibodies", () => {
    const features = new Float32Array(CONFIDENCE_FEATURES.map((name) => seen("A-INSULINE", { unit: "%" })(name)));
    expect(isHeldBack(features)).toBe(true);
    expect(
      isHeldBack(new Float32Array(CONFIDENCE_FEATURES.map((name) => seen("Glycémie", { unit: "g/L" })(name)))),
    ).toBe(false);
  });

  it("count for the unit by themselves", () => {
    expect(seen("Hématocrite", { unit: "mmol/L" })("property.unit.contradicts")).toBeGreaterThan(0);
    expect(seen("Glycémie", { unit: "mmol/L" })("property.unit.contradicts")).toBe(0);
  });

  it("stand beside the score of the best candidate, higher the more speaks for it", () => {
    expect(seen("Glycémie", { unit: "mmol/L" })("score")).toBeGreaterThan(seen("zzzz")("score"));
  });
});

describe("confidence", () => {
  const features = new Float32Array(CONFIDENCE_FEATURES.length);
  features[CONFIDENCE_FEATURES.indexOf("margin")] = 1;
  const asking = (answer: number) => ({ bias: 0, worth: {}, trees: [["margin", 0.5, -answer, answer] as const] });

  it("stays between nothing and certainty", () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, min: -1000, max: 1000 }), (answer) => {
        const confidence = confidenceOf(asking(answer), features);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
      }),
    );
  });

  it("is one half when nothing is asked, and grows with what speaks for it", () => {
    expect(confidenceOf({ bias: 0, worth: {}, trees: [] }, features)).toBe(0.5);
    expect(confidenceOf(asking(2), features)).toBeGreaterThan(0.5);
  });
});
