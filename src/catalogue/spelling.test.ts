import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameUnit, sameWords } from "./spelling.ts";

describe("sameWords", () => {
  it.each([
    ["Glycémie à jeun", "GLYCEMIE A JEUN"],
    ["C.R.P.", "CRP"],
    ["CREAT.U", "Créat U"],
    ["Anti-TPO", "anti TPO"],
    ["Acide urique ", "acide  urique"],
    ["Œstradiol", "oestradiol"],
    ["Phénotype (Rh)", "Phénotype Rh"],
  ])("%s and %s", (a, b) => expect(sameWords(a, b)).toBe(true));

  it.each([
    ["Lymphocytes", "Lymphocytes %"],
    ["Vitamine B1", "Vitamine B12"],
    ["seuil 0,5", "seuil 05"],
    ["CD4-", "CD4+"],
    ["Rapport albumine/globulines", "Rapport albumine globulines"],
    ["IgG", "IgM"],
    ["Créatinine", "Créat"],
  ])("%s is not %s", (a, b) => expect(sameWords(a, b)).toBe(false));

  it("takes any text as itself, whatever its case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (text) => {
        expect(sameWords(text, text)).toBe(true);
        expect(sameWords(text, `  ${text}`)).toBe(true);
      }),
    );
  });
});

describe("sameUnit", () => {
  it("minds case, for g/L is no G/L", () => {
    expect(sameUnit("g/L", "G/L")).toBe(false);
    expect(sameUnit("g / L", "g/L")).toBe(true);
    expect(sameUnit("μmol/L", "µmol/L")).toBe(true);
    expect(sameUnit("µmol/L", "umol/L")).toBe(true);
    expect(sameUnit("mmol/L", "µmol/L")).toBe(false);
  });
});
