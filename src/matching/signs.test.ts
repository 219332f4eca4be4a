import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";

const meant = (label: string): Set<string> =>
  new Set(matcher.engine.read(label).segments.flatMap(({ analytes }) => analytes.map(({ component }) => component)));

describe("signs and case tell meanings of one form apart", () => {
  it.each([
    ["F1+2", ["Prothrombin fragment 1+2"]],
    ["VIT D2+D3", ["Calcidiol+ercalcidiol"]],
    ["cK+", ["Potassium"]],
    ["Antigène c", ["little c Ag"]],
    ["Antigène C", ["C Ag"]],
    ["Ag C", ["C Ag"]],
    ["Ag c", ["little c Ag"]],
    ["Antigène E", ["E Ag"]],
    ["Antigène e", ["little e Ag"]],
  ])("`%s` is %s: regression for a code of the other, signed in a lot", (label, components) => {
    expect(meant(label)).toEqual(new Set(components));
  });

  it("take no preposition for a letter: regression for `précipitation à 4 °C`, read as androstenedione", () => {
    expect(meant("Cryoglobuline (précipitation à 4 °C)")).toEqual(new Set(["Cryoglobulin"]));
    expect(meant("A4")).toContain("Androstenedione");
  });

  it("say nothing of what has one meaning only, or of a sum of two analytes", () => {
    expect(meant("CK")).toContain("Creatine kinase");
    expect(meant("F12")).toContain("Coagulation factor XII activity actual/Normal");
    expect(meant("CK + CK-MB")).toContain("Creatine kinase");
    expect(meant("CK+ LDH")).toContain("Creatine kinase");
  });

  it("say nothing where all is written in one case", () => {
    for (const label of ["ANTIGENE C", "AG C", "antigène c"])
      expect(meant(label)).toEqual(new Set(["C Ag", "little c Ag"]));
    for (const label of ["ANTIGENE E", "AG E"]) expect(meant(label)).toEqual(new Set(["E Ag", "little e Ag"]));
  });
});
