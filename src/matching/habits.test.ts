import { describe, expect, it } from "vitest";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { habitsOf, usualSpecimens } from "./habits.ts";
import { analysisRow, surroundingsOf } from "./rows.ts";

/** A catalogue of one chapter; `code;label;unit;specimen` a row, all in one exam unless `apart`. */
function catalogueOf(rows: readonly string[], apart = false): Catalogue {
  const cells = rows.map((row) => row.split(";") as [string, string, string, string]);
  const exams = cells.map(([code, label], i) => `${apart ? `E${i}` : "E"};Exam;;CH;;;;${code};${label}`);
  const analyses = cells.map(([code, label, unit, specimen]) => `${code};${label};;;;${unit};;;${specimen};;;`);
  const file = (name: string, lines: readonly string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
  return readCatalogue([file("LOINC_2.csv", exams), file("LOINC_3.csv", analyses)]).catalogue;
}

const row = (catalogue: Catalogue, code: string) =>
  analysisRow(surroundingsOf(catalogue), catalogue.analyses.find((analysis) => analysis.code === code)!);

describe("the habits of a laboratory", () => {
  it("how often it states units, and whether by mass or by substance", () => {
    const rows = ["A;a;mmol/L;", "B;b;µmol/L;", "C;c;nmol/L;", "D;d;mmol/L;", "E;e;g/L;", "F;f;;", "G;g;;", "H;h;;"];
    expect(habitsOf(catalogueOf(rows))).toEqual({
      units: 5 / 8,
      substance: 4 / 5,
      american: false,
    });
  });

  it("G/L is no mass, and few units tell no preference", () => {
    expect(habitsOf(catalogueOf(["A;a;G/L;", "B;b;g/L;"])).substance).toBe(0.5);
  });

  it("an English laboratory is American unless it measures by amount of substance", () => {
    const rows = (unit: string) => Array.from({ length: 12 }, (_, i) => `A${i};White blood cells ${i};${unit};Blood`);
    expect(habitsOf(catalogueOf(rows(""))).american).toBe(true);
    expect(habitsOf(catalogueOf(rows("mg/dL"))).american).toBe(true);
    expect(habitsOf(catalogueOf(rows("mmol/L"))).american).toBe(false);
  });

  it("the specimen that the exam's other analyses agree on stands for an unsaid one", () => {
    const catalogue = catalogueOf(["A;a;;Urines", "B;b;;urines", "C;c;;"]);
    expect(row(catalogue, "C").context.siblingSpecimen).not.toBe("");
    expect(row(catalogue, "A").context.siblingSpecimen).toBe("");
    expect(row(catalogueOf(["A;a;;Urines", "B;b;;Sang", "C;c;;"]), "C").context.siblingSpecimen).toBe("");
  });

  it("the specimen of nearly all rows of a chapter is usual there", () => {
    const catalogue = catalogueOf(["A;a;;LCR", "B;b;;LCR", "C;c;;LCR", "D;d;;LCR", "E;e;;"], true);
    expect([...usualSpecimens(catalogue).values()]).toEqual(["LCR"]);
    expect(row(catalogue, "E").context.usualSpecimen).toBe("LCR");
    expect(row(catalogueOf(["A;a;;LCR", "B;b;;", "C;c;;"], true), "B").context.usualSpecimen).toBe("");
  });

  it("the unit of nearly all other analyses of the exam stands for one that is not stated", () => {
    const unit = (rows: readonly string[], code: string) => row(catalogueOf(rows), code).context.siblingUnit;
    expect(unit(["A;a;%;", "B;b;%;", "C;c;;"], "C")).toBe("%");
    expect(unit(["A;a;%;", "B;b;%;", "C;c;g/L;"], "C")).toBe("");
    expect(unit(["A;a;%;", "B;b;g/L;", "C;c;;"], "C")).toBe("");
    expect(unit(["A;a;%;", "C;c;;"], "C")).toBe("");
    expect(unit(["A;a;G/L;", "B;b;g/L;", "C;c;;"], "C")).toBe("");
  });
});
