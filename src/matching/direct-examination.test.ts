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

it("a direct examination for fungi of what is scraped off is made in potash: regression for EX.DIRECT of MYCO PEAU ONGLE, Gram's stain", () => {
  const methods = (label: string, exam: string, specimen = ""): string[] => {
    const row = aRow(label, { specimen });
    const { evidence } = readRow(binding, read, { ...row, context: { ...row.context, exams: [exam] } });
    return evidence.flatMap(({ axis, values }) => (axis === "method" ? values.slice(0, 1) : []));
  };
  expect(methods("EX.DIRECT", "MYCO PEAU ONGLE")).toEqual(["KOH preparation"]);
  expect(methods("EXAMEN DIRECT", "MYCOLOGIE", "Squames")).toEqual(["KOH preparation"]);
  for (const [exam, specimen] of [
    ["MYCOLOGIE", "LBA"],
    ["MYCOLOGIE", ""],
    ["BACTERIO PEAU", ""],
  ] as const)
    expect(methods("EX.DIRECT", exam, specimen)).not.toContain("KOH preparation");
});
