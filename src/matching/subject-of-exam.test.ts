import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const named = (label: string, exam: string): string[] => {
  const row = aRow(label);
  const { segments } = readRow(binding, read, { ...row, context: { ...row.context, exams: [exam] } }).label;
  return segments.flatMap(({ analytes }) =>
    analytes.filter(({ modifier }) => !modifier).map(({ component }) => component),
  );
};

describe("a label that says no more than a kind", () => {
  it("`CV log` of a *charge virale VIH* is of HIV 1: regression for HIV 2, signed in a lot", () => {
    expect(named("CV log", "Charge virale VIH")).toEqual(["HIV 1 RNA"]);
  });

  it("is left alone where the exam names nothing of the kind, or the label names something", () => {
    expect(named("CV log", "Bilan virologique")).toEqual([]);
    expect(named("ARN VHC", "Charge virale VIH")).not.toContain("HIV 1 RNA");
  });
});
