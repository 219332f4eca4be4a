import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { engine } = matcher;
const readingOf = (label: string, unit = "") => readRow(engine.binding, engine.read, aRow(label, { unit }));
const components = (label: string, unit?: string): string[] =>
  readingOf(label, unit).label.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));

describe("a unit beside what is measured", () => {
  it("`Créatinine mg` and `CREATININE MG` in mg/L are no magnesium, nor is `CREAT U mg`", () => {
    for (const label of ["Créatinine mg", "CREATININE MG", "CRÉATININE (MG)", "CREAT U mg"]) {
      expect(components(label, "mg/L")).toContain("Creatinine");
      expect(components(label, "mg/L")).not.toContain("Magnesium");
    }
  });

  it("`CREATININE MG` is none where no unit is stated either, `MYCOPLASMA MG` keeps its germ", () => {
    expect(components("CREATININE MG")).not.toContain("Magnesium");
    expect(components("MYCOPLASMA MG")).toContain("Mycoplasma genitalium");
  });

  it("`Urée g` in g/L is no IgG, `IG G` and `IgG` are", () => {
    expect(components("Urée g", "g/L")).toEqual(["Urea"]);
    expect(components("IG G", "g/L")).toContain("IgG");
    expect(components("IGg", "g/L")).toContain("IgG");
  });

  it("`UREEmmol`, `GLYCg`, `CREATµmol` and `CAmmol` are an analyte and its unit", () => {
    expect(components("UREEmmol", "mmol/L")).toEqual(["Urea"]);
    expect(components("GLYCg", "g/L")).toContain("Glucose");
    expect(components("CREATµmol", "µmol/L")).toContain("Creatinine");
    expect(components("CAmmol", "mmol/L")).toContain("Calcium");
    expect(components("HBsAg")).toContain("Hepatitis B virus surface Ag");
  });

  it("says the unit where the row states none", () => {
    expect(readingOf("Créatinine mg").unit?.ucum).toBe("mg/L");
    expect(readingOf("GLYCmmol").unit?.ucum).toBe("mmol/L");
    expect(readingOf("Créatinine 24h mmol").unit?.dimension).toBe("substance/time");
    expect(readingOf("Créatinine mmol", "g/L").unit?.ucum).toBe("g/L");
  });

  it("`HGPO 75 g` in g/L is what is given", () => {
    expect(readingOf("Glucose 75 g", "g/L").label.text.trim()).toBe("Glucose 75 g");
    expect(readingOf("HGPO 75g", "g/L").label.text).toBe("HGPO 75g");
  });

  it("`URINE MG` is magnesium whatever its unit, `PCR (MG)` and `CHLAMYDIA NG` name germs", () => {
    expect(components("URINE MG", "mg/L")).toContain("Magnesium");
    expect(components("PCR (MG)")).toContain("Mycoplasma genitalium DNA");
    expect(components("CHLAMYDIA NG")).toContain("Neisseria gonorrhoeae");
  });

  it("`CCMH` in % keeps grams for 100 mL", () => {
    expect(readingOf("CCMH", "%").unit?.ucum).toBe("g/dL");
    expect(readingOf("CCMH %").unit?.ucum).toBe("g/dL");
    expect(readingOf("Hématocrite", "%").unit?.ucum).toBe("%");
  });
});
