import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { exampleUnits, farness, isExample, leavesEquivalent } from "./unit-examples.ts";

const { binding } = matcher.engine;
const far = (examples: string, unit: string): number =>
  farness(exampleUnits(binding, examples), binding.lexicon.units.read(unit)!);

describe("how far a unit is from the example units of a term", () => {
  it("not at all when it is as large, or a usual other way to write it", () => {
    expect(far("mg/dL", "mg/dL")).toBe(0);
    expect(far("mg/dL", "g/L")).toBe(0);
    expect(far("ng/mL", "µg/L")).toBe(0);
    expect(far("mg/dL;mmol/L", "mmol/L")).toBe(0);
  });

  it("far when it measures another order of things: thyroglobulin is no triglyceride", () => {
    expect(far("mg/dL", "ng/mL")).toBeGreaterThan(0.5);
    expect(far("mg/dL", "pg/mL")).toBe(1);
  });

  it("not at all when white cells of blood are counted one by one; urine counts by the millilitre", () => {
    expect(far("10*3/uL", "/mm3")).toBe(0);
    expect(far("10*3/uL", "/mL")).toBe(1);
  });

  it("says nothing of another dimension, nor without examples", () => {
    expect(far("mg/dL", "mmol/L")).toBe(0);
    expect(far("", "g/L")).toBe(0);
  });
});

describe("D-dimer in fibrinogen equivalents and in D-dimer units", () => {
  const example = (examples: string, unit: string): boolean =>
    isExample(exampleUnits(binding, examples), binding.lexicon.units.read(unit)!);

  it("are not taken for each other, for one is twice the other", () => {
    expect(far("ug/L{DDU}", "µg/L FEU")).toBe(1);
    expect(far("ng{FEU}/mL;mg{FEU}/L", "µg/L FEU")).toBe(0);
    expect(far("ug/mL{FEU}", "ng/mL DDU")).toBe(1);
    expect(example("ng{FEU}/mL;mg{FEU}/L", "µg/L FEU")).toBe(true);
    expect(example("ug/L{DDU}", "ng/mL FEU")).toBe(false);
  });

  it("are both possible when the row does not say", () => {
    const leaves = (unit: string): boolean =>
      leavesEquivalent(exampleUnits(binding, "ug/L{DDU}"), binding.lexicon.units.read(unit)!);
    expect([leaves("ng/mL"), leaves("ng/mL DDU")]).toEqual([true, false]);
    expect(far("ug/L{DDU}", "ng/mL")).toBe(0);
    expect(far("ug/mL{FEU}", "mg/L")).toBe(0);
  });
});
