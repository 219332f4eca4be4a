import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const meant = (label: string, exam: string): string[] => {
  const row = aRow(label);
  const { segments } = readRow(binding, read, { ...row, context: { ...row.context, exams: [exam] } }).label;
  return segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
};

describe("calcium that is written with its charge", () => {
  it("`CA++.A` of blood gases is ionised: regression for total calcium, signed in a lot", () => {
    expect(meant("CA++.A", "GAZ ART")).toContain("Calcium.ionized");
    expect(meant("CA++.A", "GAZ ART")).not.toContain("Calcium");
    expect(meant("CA++", "Calcium ionisé")).toContain("Calcium.ionized");
  });

  it("is calcium elsewhere, and so is calcium without a charge", () => {
    expect(meant("CA++", "Ionogramme")).toContain("Calcium");
    expect(meant("CA", "GAZ ART")).toContain("Calcium");
    for (const label of ["CA++ TOTAL", "Ca++ corrigé", "Ca2+ (adjusted)", "CA++ U"])
      expect(meant(label, "GAZ ART")).toEqual(meant(label, "Ionogramme"));
  });
});
