import { expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const meant = (label: string, exam: string): string[] => {
  const row = aRow(label);
  const { segments } = readRow(binding, read, { ...row, context: { ...row.context, exams: [exam] } }).label;
  return segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
};

it("a direct examination of a parasitology looks for parasites: regression for Gram's stain of stool, signed in a lot", () => {
  expect(new Set(meant("EXAM.DIRECT SELLES", "PARASITO SELLES"))).toEqual(new Set(["Ova & parasites identified"]));
  expect(meant("EXAM.DIRECT SELLES", "COPROCULTURE")).toContain("Microscopic observation");
  expect(meant("GRAM", "PARASITO SELLES")).not.toContain("Ova & parasites identified");
});
