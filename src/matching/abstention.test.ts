import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { ABSTENTION_FEATURES, type AbstentionFeature, abstentionFeatures } from "./abstention.ts";
import { candidatesOf } from "./candidates.ts";
import { CONFIDENCE_FEATURES } from "./confidence.ts";
import { rankAnalysis } from "./rank-analysis.ts";
import type { Row } from "./row.ts";
import { scorerOf } from "./score.ts";

const NOTHING_SEEN = new Float32Array(CONFIDENCE_FEATURES.length);
const scorer = scorerOf(matcher.engine, matcher.model);
const seen = (label: string, given: Partial<Row> = {}) => {
  const { reading } = candidatesOf(matcher.engine, aRow(label, given));
  const features = abstentionFeatures(reading, NOTHING_SEEN);
  return (name: AbstentionFeature): number => features[ABSTENTION_FEATURES.indexOf(name)]!;
};
const bandOf = (label: string, given: Partial<Row> = {}) =>
  rankAnalysis(matcher, candidatesOf(matcher.engine, aRow(label, given)), scorer).band;

describe("what abstention looks at", () => {
  it("hears what a label begins and ends with", () => {
    expect(seen("Commentaire ECBU")("administrative.first")).toBeGreaterThan(0.9);
    expect(seen("Commentaire ECBU")("administrative.last")).toBe(0);
    expect(seen("Borrelia - commentaire")("administrative.last")).toBeGreaterThan(0.9);
    expect(seen("Glycémie")("administrative.first")).toBe(0);
  });

  it("tells a label that says nothing else", () => {
    expect(seen("Date de réception")("administrative.alone")).toBe(1);
    expect(seen("Commentaire glycémie")("administrative.alone")).toBe(0);
    expect(seen("")("administrative.alone")).toBe(0);
  });

  it("hears where the row stands", () => {
    const context = { ...aRow("").context, exams: ["Facturation"] };
    expect(seen("Supplément", { context })("administrative.exam")).toBeGreaterThan(0.5);
    expect(seen("Supplément")("administrative.exam")).toBe(0);
  });

  it("a share of letters lies between 0 and 1, whatever the label", () => {
    for (const label of ["", "?", "zzzz", "Glycémie", "Frais de port", "x".repeat(300)]) {
      expect(seen(label)("analyte")).toBeGreaterThanOrEqual(0);
      expect(seen(label)("analyte")).toBeLessThanOrEqual(1);
    }
  });

  it("forgets what is remarked beside an analyte with its unit", () => {
    expect(seen("Commentaire glycémie", { unit: "g/L" })("administrative.first")).toBe(0);
    expect(seen("Commentaire", { unit: "g/L" })("administrative.first")).toBeGreaterThan(0.9);
  });
});

describe("rows without a code", () => {
  it.each(["Commentaire", "Date de réception", "Facturation", "Nom du préleveur", "Numéro de lot"])("%s", (label) => {
    expect(bandOf(label)).toBe("none");
  });

  it.each([
    "CRP NON FAITE",
    "TSH non réalisé",
    "K annulé",
    "Hémoculture : non parvenue",
    "Glucose not performed",
  ])("what was not done has no result, whatever its unit: %s", (label) => {
    expect(bandOf(label)).toBe("none");
    expect(bandOf(label, { unit: "mg/L" })).toBe("none");
  });

  it.each([
    "1ère ou 2ème détermination",
    "Did patient vomit during test? Y/N",
    "Drawn from (line/periph)",
  ])("a question of the form: %s", (label) => {
    expect(bandOf(label)).toBe("none");
  });

  it.each([
    ["Glycémie", "mmol/L"],
    ["CRP (norme <5)", "mg/L"],
    ["INR (objectif 2-3)", ""],
    ["HbA1c (valeur cible <7%)", "%"],
    ["Potassium (prélèvement non coagulé)", "mmol/L"],
    ["Rénine inactive", "ng/L"],
  ])("a measured row gets a proposal, whatever is said beside: %s", (label, unit) => {
    expect(bandOf(label, { unit })).not.toBe("none");
  });
});
