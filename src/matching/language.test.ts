import { describe, expect, it } from "vitest";
import { isEnglish } from "./language.ts";

const repeated = (text: string): string[] => new Array<string>(10).fill(text);

describe("the language of a catalogue", () => {
  it("is English when most telling words are", () => {
    expect(isEnglish(repeated("White Blood Cells"))).toBe(true);
    expect(isEnglish([...repeated("Blood count"), "Recherche", "Dosage"])).toBe(true);
  });

  it("is not when they are French, with or without accents, nor when there are as many of both", () => {
    expect(isEnglish(repeated("Numération des hématies, sang total"))).toBe(false);
    expect(isEnglish(repeated("NUMERATION HEMATIES"))).toBe(false);
    expect(isEnglish([...repeated("Blood"), ...repeated("Sang total")])).toBe(false);
  });

  it("few words tell nothing", () => {
    expect(isEnglish(["White blood cells"])).toBe(false);
    expect(isEnglish([])).toBe(false);
  });
});
