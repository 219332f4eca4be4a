import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const meant = (label: string, exam: string): string[] => {
  const row = aRow(label);
  const { segments } = readRow(binding, read, { ...row, context: { ...row.context, exams: [exam] } }).label;
  return segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
};

describe("bacteria of an examination of urine", () => {
  it.each([
    "U/A - Analyse d'urine",
    "Sédiment urinaire",
    "Urinalysis",
    "ECU",
  ])("are seen in `%s`: regression for a culture among a sediment", (exam) => {
    expect(meant("Bactéries", exam)).toContain("Bacteria");
    expect(meant("Bactéries", exam)).not.toContain("Bacteria identified");
  });

  it.each([
    "ECBU",
    "Analyse d'urine : culture",
    "Analyse bactério des urines",
    "Analyse d'urines, germes et ATB",
    "Analyse de selles",
  ])("may be grown in `%s`", (exam) => {
    expect(meant("Bactéries", exam)).toContain("Bacteria identified");
  });

  it("are grown when the label says so", () => {
    expect(meant("Culture", "Sédiment urinaire")).toContain("Bacteria identified");
    expect(meant("Bactéries - culture", "Analyse d'urine")).toContain("Bacteria identified");
  });
});
