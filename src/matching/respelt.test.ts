import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf } from "./candidates.ts";
import { rankAnalysis } from "./rank-analysis.ts";
import { scorerOf } from "./score.ts";

const { read } = matcher.engine;
const namesIn = (label: string): string[] =>
  read(label).segments.flatMap(({ analytes }) => analytes.filter(({ prior }) => prior >= 0.8).map((a) => a.component));
const firstOf = (label: string, given: Parameters<typeof aRow>[1] = {}): string | undefined =>
  rankAnalysis(matcher, candidatesOf(matcher.engine, aRow(label, given)), scorerOf(matcher.engine, matcher.model))
    .proposal.candidates[0]?.loinc;

describe("a word with a slip of the pen", () => {
  it.each([
    ["SODUM", "Sodium"],
    ["TRIGLYCREIDES", "Triglyceride"],
    ["Peptide natriurétqiue BNP", "Natriuretic peptide.B"],
  ])("`%s` names what was meant", (label, component) => expect(namesIn(label)).toContain(component));

  it("is quoted as it was written", () => {
    const [segment] = read("SODUM sang").segments;
    expect(segment).toMatchObject({ text: "SODUM", spelt: "sodium", corrected: true });
  });

  it("is found inside a form of several words: regression for `21-désoxyccortisol`, signed as 11-deoxycortisol", () => {
    expect(firstOf("21-désoxyccortisol", { unit: "nmol/L" })).toBe(firstOf("21-désoxycortisol", { unit: "nmol/L" }));
    expect(firstOf("Pré-albummine", { unit: "g/L" })).toBe(firstOf("Pré-albumine", { unit: "g/L" }));
  });

  it("keeps the unit behind it: regression for `CREATININNE MG`, read as magnesium", () => {
    expect(firstOf("CREATININNE MG", { specimen: "PLASMA" })).toBe(firstOf("CREATININE MG", { specimen: "PLASMA" }));
  });

  it("leaves a label alone that is well spelt", () => {
    for (const label of ["Sodium", "Haemoglobin", "NFS", "Ferritine", "Lymphoabs"])
      for (const segment of read(label).segments) expect(segment.corrected).toBe(false);
  });
});

describe("words run together", () => {
  it.each([
    ["AMYLASEASCITE", ["AMYLASE", "ASCITE"]],
    ["RPRtitre", ["RPR", "titre"]],
    ["GRAMPUS", ["GRAM", "PUS"]],
    ["CANNABISUR", ["CANNABIS", "UR"]],
    ["DSTPyrazinamide", ["DST", "Pyrazinamide"]],
  ])("`%s` parts into %j", (label, words) => expect(read(label).segments.map(({ text }) => text)).toEqual(words));

  it("is nothing that is nearly one word: regression for `toxoïde`, read as toxoplasmosis", () => {
    expect(read("toxoïde").segments).toHaveLength(1);
  });
});

describe("a name turned round a comma", () => {
  it.each([
    ["Ab, Mitochondrial", "Mitochondrial Ab"],
    ["Jones IF, Bence", "Bence Jones IF"],
    ["alcaline, Réserve", "Réserve alcaline"],
  ])("`%s` is `%s`", (turned, name) => expect(firstOf(turned)).toBe(firstOf(name)));

  it("stays as it is between things listed, and in numbers", () => {
    for (const label of ["Na, K, Cl", "TB / KB 0,82"]) {
      const starts = read(label).segments.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });
});
