/** Whatever the server tells in French, the English screen tells in English: no sentence may be added without its English. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../src/catalogue/load-catalogue.ts";
import { loadStarter } from "../src/loinc/starter.ts";
import { AXES } from "../src/loinc/term.ts";
import { axisWord, phrases } from "../src/matching/phrases.ts";
import type { Source } from "../src/matching/row.ts";
import { checkDecisions } from "../src/transcoding/checks.ts";
import type { Decision } from "../src/transcoding/decide.ts";
import { inEnglish } from "../web/src/i18n/told.ts";

const WRONG = new URL("../examples/tout-de-travers", import.meta.url).pathname;
const [FR, EN] = [phrases("fr"), phrases("en")];
const SOURCES: readonly Source[] = [
  ...(["label", "synonym", "unit", "specimen", "property", "time", "scale", "method", "hint"] as const),
  ...(["exam", "siblings", "habit", "chapter"] as const),
];

describe("told in English", () => {
  it("questions, with values that have words of their own", () => {
    expect(inEnglish(FR.ask("system", axisWord("system", "Bld", "fr"), axisWord("system", "Ser/Plas", "fr")))).toBe(
      "Which specimen: whole blood or serum or plasma?",
    );
    expect(inEnglish(FR.ask("scale", "qualitatif ou quantitatif", "nominal"))).toBe(
      "Which kind of result: qualitative or quantitative or nominal?",
    );
    expect(inEnglish(FR.ask("method", "", "IA"))).toBe(EN.ask("method", "", "IA"));
  });

  it("questions and reasons, whatever they quote", () => {
    const text = fc.string({ minLength: 1 }).filter((words) => !/ ou |[«»]/.test(words) && words.trim() === words);
    fc.assert(
      fc.property(fc.constantFrom(...AXES), text, text, fc.constantFrom(...SOURCES), (axis, a, b, source) => {
        fc.pre(![a, b].some((words) => inEnglish(FR.ask(axis, words, "x")) !== EN.ask(axis, words, "x")));
        expect(inEnglish(FR.ask(axis, a, b))).toBe(EN.ask(axis, a, b));
        expect(inEnglish(FR.quote(source, a))).toBe(EN.quote(source, a));
        for (const misspelt of ["label", "synonym", "exam"] as const)
          expect(inEnglish(FR.quoteRead(misspelt, a, "sodium"))).toBe(EN.quoteRead(misspelt, a, "sodium"));
        expect(inEnglish(FR.sibling(a, "718-7"))).toBe(EN.sibling(a, "718-7"));
      }),
    );
    for (const word of ["usual", "anyMethod", "nothingSaid"] as const) expect(inEnglish(FR[word])).toBe(EN[word]);
    for (const origin of ["single", "twin", "main", "panel", "section", "name", "contents", "parent", "memory"])
      expect(inEnglish(FR.origin(origin, "Bilan"))).toBe(EN.origin(origin, "Bilan"));
  });

  it("what an SGL checks", () => {
    const decided = (loinc: string, level: Decision["level"] = "analysis"): Decision => ({
      level,
      code: "X",
      parent: "",
      loinc,
      name: "",
    });
    const codes = ["2345-8", "99999-5", "24331-1", "18719-5"].map((loinc) => decided(loinc));
    const findings = checkDecisions([...codes, decided("2345-7", "exam")], loadStarter(), new Set());
    expect(findings.length).toBeGreaterThan(5);
    expect(findings.filter(({ message }) => inEnglish(message) === undefined)).toEqual([]);
  });

  it.each(readdirSync(WRONG).filter((name) => /^\d\d-/.test(name)))("remarks on %s", async (name) => {
    const { problems } = await loadCatalogue([join(WRONG, name)]);
    const shown = problems.filter(({ code }) => code !== "no-export-in-folder");
    expect(shown.filter(({ message }) => inEnglish(message) === undefined).map(({ message }) => message)).toEqual([]);
  });
});
