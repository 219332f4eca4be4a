import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { indexOfCode } from "../loinc/release.ts";
import { poolOf } from "./candidates.ts";
import { FEATURES, type Feature } from "./feature-names.ts";
import type { Row } from "./row.ts";

const { engine } = matcher;

/** A feature of the candidate with this code, for a row that says `label` and what is `given`. */
function featureOf(name: Feature, code: string, label: string, given: Partial<Row> = {}): number {
  const pool = poolOf(engine, aRow(label, given));
  const candidate = pool.terms.indexOf(indexOfCode(engine.index.release, code));
  expect(candidate, `${code} for ${label}`).toBeGreaterThanOrEqual(0);
  return pool.featuresOf(candidate)[FEATURES.indexOf(name)]!;
}

describe("features of usage", () => {
  it("a usual term is apart from the specimen that is stated, as far as it does not fit", () => {
    const inSerum = "2345-7";
    expect(featureOf("usage.french.apart", inSerum, "Glucose")).toBe(0);
    expect(featureOf("usage.french.apart", inSerum, "Glucose", { specimen: "Sérum" })).toBeCloseTo(0);
    expect(featureOf("usage.french.apart", inSerum, "Glucose", { specimen: "Urines" })).toBe(1);
  });
});

describe("features of divisors", () => {
  it("`/100 GB` says what is counted against", () => {
    const perLeukocytes = "58413-6";
    expect(featureOf("divisor.supported", perLeukocytes, "Erythroblastes", { unit: "/100 GB" })).toBe(1);
    expect(featureOf("divisor.supported", perLeukocytes, "Erythroblastes")).toBeLessThan(1);
  });
});
