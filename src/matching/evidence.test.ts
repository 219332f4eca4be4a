import { expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf } from "./candidates.ts";
import { rankAnalysis } from "./rank-analysis.ts";
import { scorerOf } from "./score.ts";

const best = (label: string, exam: string): string | undefined => {
  const row = aRow(label, { unit: "g/L" });
  const inExam = { ...row, context: { ...row.context, exams: [exam], examSpecimen: "Sérum" } };
  const scorer = scorerOf(matcher.engine, matcher.model);
  return rankAnalysis(matcher, candidatesOf(matcher.engine, inExam), scorer).proposal.candidates[0]?.loinc;
};

it("the albumin of an electrophoresis is measured by it: regression for plain albumin, signed in a lot", () => {
  expect(best("Albumine", "ELECTROPHORESE DES PROTEINES")).toBe("2862-1");
  expect(best("Albumine", "BILAN PROTEIQUE")).toBe("1751-7");
  expect(best("Protéines totales", "ELECTROPHORESE DES PROTEINES")).toBe("2885-2");
});
