import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";
import { withoutReferenceValues } from "./reference-values.ts";

const { engine } = matcher;
const bare = (label: string): string =>
  withoutReferenceValues(label)
    .replace(/[\s()[\]]+/g, " ")
    .trim();

describe("targets and reference values in a label", () => {
  it.each([
    ["LDL (objectif <1)", "LDL"],
    ["TSH (N: 0.4-4)", "TSH"],
    ["Glycémie (VN 0,7-1,1)", "Glycémie"],
    ["CRP < 5", "CRP"],
    ["CRP (<5)", "CRP"],
    ["Plaquettes (VN 150-400 000)", "Plaquettes"],
    ["Plaquettes (150 000-400 000)", "Plaquettes"],
    ["Ferritine [30-300]", "Ferritine"],
    ["Hémoglobine (N: 12-16 g/dL)", "Hémoglobine g/dL"],
  ])("%s says %s", (label, name) => {
    expect(bare(label)).toBe(name);
    expect(withoutReferenceValues(label)).toHaveLength(label.length);
  });

  it.each([
    "PTH (1-84)",
    "Bêta-glucane (1,3-1,6)",
    "CA (15-3)",
    "1,25-OH vitamine D",
    "Vitamine D (1,25)",
    "HPV 16-18",
    "LDL objectif",
    "IgG N 1",
    "proBNP (1-108)",
    "HGPO glucose (0-120)",
    "TCA M+N 1-1",
  ])("%s is a name", (label) => {
    expect(withoutReferenceValues(label)).toBe(label);
  });

  it.each(["Formes normales > 4", "CT N <40"])("regression: %s lost its name with its threshold", (label) => {
    expect(withoutReferenceValues(label).trim()).toBe(label.replace(/ *[<>].*/, ""));
  });

  it("`LDL (objectif <1)` is no goal", () => {
    const { label } = readRow(engine.binding, engine.read, aRow("LDL (objectif <1)"));
    const meant = label.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
    expect(meant).toContain("Cholesterol.in LDL");
    expect(meant).not.toContain("Cholesterol.in LDL goal");
  });
});
