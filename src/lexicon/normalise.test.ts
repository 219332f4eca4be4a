import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { componentWords, fold, soundOf, stem } from "./normalise.ts";

describe("folding", () => {
  it.each([
    ["Créatinine", "creatinine"],
    ["Œstradiol β", "oestradiol beta"],
    ["CÆSIUM", "caesium"],
    ["ß2GP1 ß-hCG Aß42 HCGß", "beta2gp1 beta-hcg abeta42 hcgbeta"],
    ["α-fœtoprotéine", "alpha-foetoproteine"],
    ["µmol", "umol"],
    ["μmol", "umol"],
    ["CO₂ ⁹", "co2 9"],
    ["№ 5", "no 5"],
    ["ﬁbrinogène", "fibrinogene"],
    ["cre\u0301atinine", "creatinine"],
    ["GLUCOSE", "glucose"],
  ])("%s → %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("twice is folding once, whatever the text and its composition", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
      }),
    );
  });
});

describe("the stem", () => {
  it.each([
    ["leucocytes", "leucocyte"],
    ["cristaux", "cristau"],
    ["dheas", "dheas"],
    ["anti12s", "anti12s"],
    ["glucose", "glucose"],
  ])("of %s is %s", (word, expected) => {
    expect(stem(word)).toBe(expected);
  });
});

describe("the words of a component", () => {
  it.each([
    ["Cholesterol.in HDL", ["cholesterol", "hdl"]],
    ["Toxoplasma gondii Ab.IgG", ["toxoplasma", "gondii", "ab", "igg"]],
    ["Neutrophils/100 leukocytes", ["neutrophil", "100", "leukocyte"]],
    ["Borrelia burgdorferi Ab & Borrelia burgdorferi DNA", ["borrelia", "burgdorferi", "ab", "dna"]],
    ["", []],
  ])("%s", (component, words) => {
    expect(componentWords(component)).toEqual(words);
    expect(componentWords(component)).toEqual(words);
  });
});

describe("the sound of a word", () => {
  it.each([
    ["thyroxine", "Thyroxine"],
    ["phénytoïne", "fenytoine"],
    ["rhumatoïde", "Rumatoid e"],
    ["kétone", "Cetone"],
    ["œstradiol", "Estradiol"],
    ["hématies", "haematies"],
    ["toxoplasmose", "toxoplasmoze"],
  ])("%s sounds as %s", (french, other) => {
    expect(soundOf(fold(french))).toBe(soundOf(fold(other).replaceAll(" ", "")));
  });

  it("tells other words apart", () => {
    expect(soundOf("sodium")).not.toBe(soundOf("potassium"));
    expect(soundOf("calcium")).not.toBe(soundOf("calcitriol"));
  });
});
