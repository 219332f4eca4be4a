import { describe, expect, it } from "vitest";
import { AXES } from "../loinc/term.ts";
import { words } from "./words.ts";

/** Every key, with the keys below it. */
function keysOf(value: object): string[] {
  return Object.entries(value).flatMap(([key, below]) =>
    typeof below === "object" && below !== null ? keysOf(below).map((one) => `${key}.${one}`) : [key],
  );
}

const [french, english] = [words("fr"), words("en")];

describe("the report's words", () => {
  it("have the same keys in both languages", () => {
    expect(keysOf(english)).toEqual(keysOf(french));
  });

  it("are all there", () => {
    for (const say of [french, english]) {
      const texts = JSON.stringify(say);
      expect(texts).not.toContain('""]');
      for (const axis of AXES) {
        expect(say.axis[axis]).toBeTruthy();
        expect(say.groups[axis]).toBeTruthy();
      }
      for (const verdict of ["supports", "assumed", "contradicts"]) expect(say.verdict[verdict]).toBeTruthy();
      for (const level of ["chapter", "subchapter", "exam", "analysis"]) expect(say.levels[level]).toBeTruthy();
      for (const band of ["auto", "review", "none"]) expect(say.bands[band]).toBeTruthy();
      for (const kind of ["chapters", "exams", "analyses"]) expect(say.kinds[kind]).toBeTruthy();
    }
  });

  it("say in the language that they are in", () => {
    expect(french.lang).toBe("fr");
    expect(english.lang).toBe("en");
    const same = keysOf(french).filter((key) => {
      const at = (say: object): unknown => key.split(".").reduce<unknown>((one, part) => (one as never)[part], say);
      return typeof at(french) === "string" && at(french) === at(english) && /[éèêàùçœ]/.test(String(at(french)));
    });
    expect(same).toEqual([]);
  });

  it("tell the measured precision in the numbers of the language", () => {
    expect(french.lotHelp(98.5, 1200)).toContain("98,5 %");
    expect(english.lotHelp(98.5, 1200)).toContain("98.5 %");
  });
});
