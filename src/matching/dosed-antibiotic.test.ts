import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const reading = (label: string, exam: string) => {
  const row = aRow(label, { unit: "mg/L" });
  return readRow(binding, read, { ...row, context: { ...row.context, exams: [exam] } });
};
const isTried = (label: string, exam: string): boolean => {
  const { label: text, evidence } = reading(label, exam);
  const hints = text.segments.flatMap(({ analytes }) => analytes.flatMap(({ hints }) => hints?.property ?? []));
  return hints.includes("Susc") || evidence.some(({ values }) => values.includes("Souche"));
};

describe("antibiotics among dosed drugs", () => {
  it.each([
    ["VANCO", "TX-ANTIBIOTIQUES"],
    ["AMIKACINE", "Taux d'antibiotiques"],
    ["TX-VANCO CONTINU", "Antibiotiques"],
  ])("`%s` of `%s` is a level: regression for a susceptibility", (label, exam) => {
    expect(isTried(label, exam)).toBe(false);
  });

  it("are tried on a germ elsewhere", () => {
    expect(isTried("VANCO", "Antibiogramme")).toBe(true);
    expect(isTried("VANCO", "Concentration minimale inhibitrice")).toBe(true);
    expect(isTried("Vancomycine concentration critique", "Antibiogramme")).toBe(true);
  });
});
