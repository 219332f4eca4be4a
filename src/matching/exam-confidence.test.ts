import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { indexOfCode } from "../loinc/release.ts";
import { readingOf } from "./candidates.ts";
import { examPool } from "./exam.ts";
import { EXAM_CONFIDENCE_FEATURES, type ExamConfidenceFeature, examConfidenceFeatures } from "./exam-confidence.ts";
import type { Member } from "./exam-members.ts";

const { engine, panels } = matcher;
const member = (loinc: string): Member => ({
  code: loinc,
  label: loinc,
  term: loinc === "" ? -1 : indexOfCode(engine.index.release, loinc),
  confidence: 0.9,
  sure: true,
});

/** The features of the exam when the code `top` is thought best. */
function featuresOf(label: string, top: string, ...codes: readonly string[]) {
  const pool = examPool(
    engine,
    panels,
    readingOf(engine, aRow(label, { level: "exam" })),
    codes.map(member),
    undefined,
  );
  const best = pool.options.findIndex(({ term }) => term === indexOfCode(engine.index.release, top));
  const shares = pool.options.map((_, i) => (i === best ? 0.9 : 0.1 / (pool.options.length - 1)));
  const values = examConfidenceFeatures({ pool, shares, coded: [best] });
  return (name: ExamConfidenceFeature): number => values[EXAM_CONFIDENCE_FEATURES.indexOf(name)]!;
}

describe("what tells how sure the code of an exam is", () => {
  it("how sure its analysis is, by what that is to the exam", () => {
    const single = featuresOf("Glycémie", "2345-7", "2345-7");
    expect(single("trust.single")).toBeGreaterThan(0);
    expect(single("trust.main")).toBe(0);
    const main = featuresOf("Ferritine", "2276-4", "2276-4", "1988-5");
    expect(main("trust.main")).toBeGreaterThan(0);
    expect(main("trust.single")).toBe(0);
    expect(main("share")).toBeCloseTo(0.5);
  });

  it("how well the panel holds its analyses", () => {
    const held = featuresOf("Sérologie CMV", "24315-4", "7852-7", "7853-5");
    const foreign = featuresOf("Sérologie CMV", "24315-4", "7852-7", "2276-4");
    expect(held("panel.covered.least")).toBe(1);
    expect(foreign("panel.covered.least")).toBeLessThan(0.5);
    expect(held("panel.whole")).toBeGreaterThan(foreign("panel.whole"));
    expect(held("panel.members.many")).toBeCloseTo(Math.log(2));
  });

  it("that nothing is measured", () => {
    const facts = featuresOf("Renseignements", "29463-7", "29463-7", "8665-2");
    expect(facts("unmeasured")).toBe(1);
    expect(facts("accessory")).toBe(1);
    expect(featuresOf("Glycémie", "2345-7", "2345-7")("unmeasured")).toBe(0);
  });
});

describe("what else tells how sure it is", () => {
  it("how much of the panel the exam has", () => {
    const whole = featuresOf("Sérologie CMV", "24315-4", "7852-7", "7853-5")("panel.precision");
    expect(whole).toBeGreaterThan(featuresOf("Sérologie CMV", "24315-4", "7852-7", "2276-4")("panel.precision"));
  });

  it("that the exam is called like one of its analyses", () => {
    expect(featuresOf("Ferritine", "2276-4", "2276-4", "1988-5")("exact")).toBeGreaterThan(0);
    expect(featuresOf("Ferritine", "1988-5", "2276-4", "1988-5")("exact")).toBe(0);
  });

  it("how many ways of telling one analyte it has", () => {
    expect(featuresOf("Glycémie", "2345-7", "2345-7", "14749-6")("twin.many")).toBeCloseTo(Math.log(2));
    expect(featuresOf("Ferritine", "2276-4", "2276-4", "1988-5")("twin.many")).toBe(0);
  });
});
