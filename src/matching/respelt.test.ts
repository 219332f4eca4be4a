import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { tokens } from "../lexicon/tokens.ts";
import { candidatesOf } from "./candidates.ts";
import { turnedRound } from "./inverted.ts";
import type { Band, Proposal } from "./proposal.ts";
import { rankAnalysis } from "./rank-analysis.ts";
import type { Row } from "./row.ts";
import { scorerOf } from "./score.ts";

const { read } = matcher.engine;
const namesIn = (label: string): string[] =>
  read(label).segments.flatMap(({ analytes }) => analytes.filter(({ prior }) => prior >= 0.8).map((a) => a.component));
const proposed = (label: string, given: Partial<Row> = {}): Proposal =>
  rankAnalysis(matcher, candidatesOf(matcher.engine, aRow(label, given)), scorerOf(matcher.engine, matcher.model))
    .proposal;
const firstOf = (label: string, given: Partial<Row> = {}): string | undefined =>
  proposed(label, given).candidates[0]?.loinc;
const bandOf = (label: string, given: Partial<Row> = {}): Band => proposed(label, given).band;

describe("a word with a slip of the pen", () => {
  it.each([
    ["SODUM", "Sodium"],
    ["TRIGLYCREIDES", "Triglyceride"],
    ["Peptide natriurétqiue BNP", "Natriuretic peptide.B"],
  ])("`%s` names what was meant", (label, component) => expect(namesIn(label)).toContain(component));

  it("is quoted as it was written", () => {
    const [segment] = read("SODUM sang").segments;
    expect(segment).toMatchObject({ text: "SODUM", read: "sodium", correction: "sure" });
  });

  it("is found inside a form of several words: regression for `21-désoxyccortisol`, signed as 11-deoxycortisol", () => {
    expect(firstOf("21-désoxyccortisol", { unit: "nmol/L" })).toBe(firstOf("21-désoxycortisol", { unit: "nmol/L" }));
    expect(firstOf("Pré-albummine", { unit: "g/L" })).toBe(firstOf("Pré-albumine", { unit: "g/L" }));
  });

  it("keeps the unit behind it: regression for `CREATININNE MG`, read as magnesium", () => {
    expect(firstOf("CREATININNE MG", { specimen: "PLASMA" })).toBe(firstOf("CREATININE MG", { specimen: "PLASMA" }));
  });

  it("is doubtful where a letter stands for another, and never signed: regression for `Blette`, signed as cockroach", () => {
    expect(read("Blette").segments[0]!.correction).toBe("doubtful");
    expect(read("TestostéroneB").segments[0]!.correction).toBe("none");
    expect(bandOf("Blette", { unit: "kU/L" })).not.toBe("auto");
    expect(bandOf("CORTIROL", { unit: "nmol/L" })).toBe("review");
  });

  it("leaves a label alone that is well spelt", () => {
    for (const label of ["Sodium", "Haemoglobin", "NFS", "Ferritine", "Lymphoabs"])
      for (const segment of read(label).segments) expect(segment.correction).toBe("none");
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

  it("are no two names, nor a name and what makes another of it: regression for `Norleucine`, signed as leucine", () => {
    for (const label of ["Norleucine", "Hypotaurine", "Hydroxycocaïne", "Temsirolimus", "Apotransferrine"])
      expect(read(label).segments).toHaveLength(1);
    expect(read("LymphocytesT").segments.some(({ specimen }) => specimen !== undefined)).toBe(false);
  });

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
    for (const label of ["Na, K, Cl", "TB / KB 0,82"]) expect(turnedRound(label, tokens(label))).toBeUndefined();
  });

  it("leaves what stands between its words to itself: regression for segments that overlapped", () => {
    const { segments } = read("alcaline plasma, Réserve");
    for (const [i, { start }] of segments.slice(1).entries()) expect(start).toBeGreaterThanOrEqual(segments[i]!.end);
  });
});
