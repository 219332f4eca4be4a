import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, type Encoding, encode } from "../catalogue/encoding.ts";
import { spellIn } from "./sgl-spelling.ts";

const ENCODINGS: readonly Encoding[] = ["utf-8", "windows-1252", "iso-8859-15", "cp850", "macroman"];

describe("spelling in an encoding", () => {
  it.each([
    ["utf-8", "β ≥ 2", "β ≥ 2"],
    ["windows-1252", "β-HCG ≥ 5", "bêta-HCG >= 5"],
    ["windows-1252", "μg/L", "µg/L"],
    ["windows-1252", "CO₂ – l’œil", "CO2 – l’œil"],
    ["iso-8859-15", "l’œil – 5 €", "l'œil - 5 €"],
    ["cp850", "œstradiol 5 €", "oestradiol 5 EUR"],
    ["macroman", "≥ β", "≥ bêta"],
    ["windows-1252", "e\u0301 ř 漢", "é r ?"],
  ] as const)("%s: %s → %s", (encoding, text, spelled) => {
    expect(spellIn(text, encoding).text).toBe(spelled);
  });

  it("tells each character that it spelled otherwise", () => {
    expect(spellIn("é β ≥", "windows-1252").respelled).toEqual([
      { character: "β", spelling: "bêta" },
      { character: "≥", spelling: ">=" },
    ]);
  });

  it("always gives what the encoding can write", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENCODINGS), fc.string({ unit: "grapheme" }), (encoding, text) => {
        const { text: spelled } = spellIn(text, encoding);
        expect(decode(encode(spelled, encoding), encoding)).toBe(spelled);
      }),
    );
  });
});
