import { describe, expect, it } from "vitest";
import { AXES } from "../loinc/term.ts";
import { axisWord, phrases } from "./phrases.ts";

describe.each(["fr", "en"] as const)("phrases in %s", (language) => {
  const say = phrases(language);

  it("ask about every axis, naming both values", () => {
    for (const axis of AXES) {
      expect(say.ask(axis, "un", "deux")).toMatch(/un .*deux ?\?$/);
      if (axis === "method") expect(say.ask(axis, "", "deux")).toMatch(language === "fr" ? "indifférente" : "any");
    }
  });

  it("quote every source with its text", () => {
    const sources = ["label", "synonym", "unit", "specimen", "property", "time", "scale", "method"] as const;
    for (const source of [...sources, "hint", "exam", "chapter"] as const) {
      expect(say.quote(source, "x < y")).toContain("x < y");
      expect(say.quote(source, "x")).not.toContain("undefined");
    }
  });

  it("tell where the code of an exam or chapter comes from", () => {
    for (const origin of ["single", "twin", "main", "panel", "section", "name", "contents", "parent"])
      expect(say.origin(origin, "NFS")).not.toBe("");
    expect(say.origin("autre", "NFS")).toBe("");
  });
});

it("calls axis values by common words in French, by LOINC's own in English and where there is none", () => {
  expect(axisWord("system", "Urine", "fr")).toBe("urines");
  expect(axisWord("system", "Urine", "en")).toBe("Urine");
  expect(axisWord("system", "Synv fld", "fr")).toBe("Synv fld");
  expect(axisWord("scale", "Qn", "fr")).toBe("quantitatif");
  expect(axisWord("component", "Sodium", "fr")).toBe("Sodium");
});
