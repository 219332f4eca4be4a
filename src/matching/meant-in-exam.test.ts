import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const meant = (label: string, exam: string): string[] => {
  const row = aRow(label);
  const { segments } = readRow(binding, read, { ...row, context: { ...row.context, exams: [exam] } }).label;
  return segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
};

describe("a short label that means several things", () => {
  it("`BH` of a Widal is paratyphi B: regression for Hansen's bacillus, signed in a lot", () => {
    expect(meant("BH", "Sérologie de Widal")).toEqual(["Salmonella paratyphi B H Ab"]);
    expect(meant("BH", "Lèpre")).toContain("Microscopic observation");
  });

  it("`ALB` keeps its meanings where the exam names neither", () => {
    expect(meant("ALB", "Divers")).toEqual(meant("ALB", ""));
    expect(new Set(meant("ALB", "Divers")).size).toBeGreaterThan(1);
  });
});
