import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";
import type { Row } from "./row.ts";

const { binding, read } = matcher.engine;
const meant = (label: string, context: Partial<Row["context"]>): string[] => {
  const row = aRow(label);
  const { segments } = readRow(binding, read, { ...row, context: { ...row.context, ...context } }).label;
  return segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
};

describe("names in an antibiogram", () => {
  it.each([
    ["CTX", "Cefotaxime"],
    ["SM", "Streptomycin"],
  ])("`%s` is %s alone: regression for markers and antigens, signed in a lot", (label, antibiotic) => {
    expect(meant(label, { exams: ["ANTIBIOGRAMME"] })).toEqual([antibiotic]);
    expect(meant(label, { exams: ["SOUCHE"], chapter: "Antibiogramme" })).toEqual([antibiotic]);
    expect(meant(label, { exams: ["DIVERS"] })).not.toEqual([antibiotic]);
  });

  it("keep what they mean where more is examined: regression for nitrofurantoin of an ECBU, signed in a lot", () => {
    expect(meant("NIT", { exams: ["ECBU + ATB"] })).toContain("Nitrite");
  });

  it("stay what they are when none is an antibiotic", () => {
    expect(meant("Glycémie", { exams: ["ANTIBIOGRAMME"] })).toEqual(meant("Glycémie", {}));
  });
});
