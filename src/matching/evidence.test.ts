import { expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf } from "./candidates.ts";
import { techniquesOfRows } from "./evidence.ts";
import { rankAnalysis } from "./rank-analysis.ts";
import { readRow } from "./read-row.ts";
import { scorerOf } from "./score.ts";

const best = (label: string, exam: string): string | undefined => {
  const row = aRow(label, { unit: "g/L" });
  const inExam = { ...row, context: { ...row.context, exams: [exam], examSpecimen: "Sérum" } };
  const scorer = scorerOf(matcher.engine, matcher.model);
  return rankAnalysis(matcher, candidatesOf(matcher.engine, inExam), scorer).proposal.candidates[0]?.loinc;
};

const methodsOf = (label: string, exam: string): (string | undefined)[] => {
  const row = aRow(label);
  const { evidence } = readRow(matcher.engine.binding, matcher.engine.read, {
    ...row,
    context: { ...row.context, exams: [exam] },
  });
  return [...techniquesOfRows(evidence)].map(({ values }) => values[0]);
};

it("the albumin of an electrophoresis is measured by it: regression for plain albumin, signed in a lot", () => {
  expect(best("Albumine", "ELECTROPHORESE DES PROTEINES")).toBe("2862-1");
  expect(best("Albumine", "BILAN PROTEIQUE")).toBe("1751-7");
  expect(best("Protéines totales", "ELECTROPHORESE DES PROTEINES")).toBe("2885-2");
});

it("what is on a blot is found by it: regression for SSA 60 of an ENA DOT, signed without its technique", () => {
  expect(methodsOf("SSA 60", "ENA DOT")).toEqual(["IB"]);
  expect(methodsOf("SSA 60 ELISA", "ENA DOT")).toEqual([]);
  expect(methodsOf("Lyme IgG", "LYME ELISA + WESTERN BLOT")).toEqual([]);
});
