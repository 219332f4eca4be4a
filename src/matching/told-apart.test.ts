import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";

const meant = (label: string): string[] =>
  matcher.engine.read(label).segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));

describe("what tells names apart", () => {
  it.each([
    ["FACTEEUR V", "FACTEUR V"],
    ["FACTEEUR VIII", "FACTEUR VIII"],
    ["VTIAMINE C", "VITAMINE C"],
    ["VITMINE B6", "VITAMINE B6"],
    ["VITMINE B12", "VITAMINE B12"],
  ])("`%s` is `%s` misspelt", (misspelt, label) => {
    expect(meant(misspelt).length).toBeGreaterThan(0);
    expect(meant(label)).toEqual(expect.arrayContaining(meant(misspelt)));
  });

  it("`TROPONNE T` is no troponin I: regression for a letter left out between two that sound as one", () => {
    expect(new Set(meant("TROPONNE T"))).toEqual(new Set(["Troponin T.cardiac"]));
  });

  it("`VTIAMINE Q` is no vitamin E", () => {
    expect(meant("VTIAMINE Q")).not.toContain("Alpha tocopherol");
  });

  it("`CHOLESTEROL HL` may be the HDL", () => {
    expect(meant("CHOLESTEROL HL")).toEqual(expect.arrayContaining(["Cholesterol", "Cholesterol.in HDL"]));
    expect(new Set(meant("QTF MIT"))).toEqual(new Set(["Mitogen stimulated gamma interferon"]));
    expect(meant("CHOLESTEROL XK")).not.toContain("Cholesterol.in HDL");
  });
});
