import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { indexOfCode } from "../loinc/release.ts";
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
  return featuresOfMembers(label, top, codes.map(member));
}

function featuresOfMembers(label: string, top: string, members: readonly Member[]) {
  const pool = examPool(engine, panels, aRow(label, { level: "exam" }), members, undefined);
  const best = pool.options.findIndex(({ term }) => term === indexOfCode(engine.index.release, top));
  const shares = pool.options.map((_, i) => (i === best ? 0.9 : 0.1 / (pool.options.length - 1)));
  const values = examConfidenceFeatures({
    pool,
    shares,
    coded: [best, ...shares.keys()].filter((i, at, all) => pool.options[i]!.term >= 0 && all.indexOf(i) === at),
  });
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

describe("what tells against the best code of an exam", () => {
  it("that the lexicon gives its name to another", () => {
    expect(featuresOf("TP INR", "6301-6", "6301-6")("called.other")).toBe(1);
    expect(featuresOf("TP INR", "34528-0", "6301-6")("called.other")).toBe(0);
    expect(featuresOf("Glycémie", "2345-7", "2345-7")("called.other")).toBe(0);
  });

  it("that its analyses are not sure", () => {
    const sure = ["7852-7", "7853-5"].map(member);
    const doubted = sure.map((one) => ({ ...one, confidence: 0.3 }));
    expect(featuresOfMembers("Sérologie CMV", "24315-4", sure)("trust.panel")).toBeGreaterThan(0);
    expect(featuresOfMembers("Sérologie CMV", "24315-4", doubted)("trust.panel")).toBeLessThan(0);
  });

  it("that another is nearly as likely", () => {
    const pool = examPool(
      engine,
      panels,
      aRow("Ferritine", { level: "exam" }),
      ["2276-4", "1988-5"].map(member),
      undefined,
    );
    const coded = [...pool.options.keys()].filter((i) => pool.options[i]!.term >= 0);
    const gapOf = (first: number): number => {
      const shares = pool.options.map((_, i) => (i === coded[0] ? first : (1 - first) / (pool.options.length - 1)));
      return examConfidenceFeatures({ pool, shares, coded })[EXAM_CONFIDENCE_FEATURES.indexOf("gap")]!;
    };
    expect(gapOf(0.9)).toBeGreaterThan(gapOf(0.5));
  });
});
