import { expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import type { Analysis, Catalogue } from "../catalogue/types.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { checkNabm } from "./check-nabm.ts";

const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({ code: "2345-7", component: "Glucose" }),
  aTerm({ code: "1518-0", component: "Glucose^2H post 75 g glucose PO" }),
  aTerm({ code: "718-7", component: "Hemoglobin" }),
]);
const analysis = (nabm: readonly string[]): Analysis => ({ code: "A", nabm }) as unknown as Analysis;
const catalogue = (nabm: readonly string[]): Catalogue => ({ chapters: [], exams: [], analyses: [analysis(nabm)] });
const decision = (loinc: string, level: "analysis" | "exam" = "analysis") => ({
  level,
  code: "A",
  parent: "",
  loinc,
  name: "",
});
const alignment = new Map([
  ["0552", ["2345-7"]],
  ["1104", ["718-7"]],
]);
const found = (loinc: string, nabm: readonly string[], level?: "exam") =>
  checkNabm([decision(loinc, level)], catalogue(nabm), release, alignment);

it("warns of a code whose component no act of the row pays for", () => {
  expect(found("718-7", ["0552"])).toMatchObject([{ rule: "not-in-nabm", severity: "warning" }]);
  expect(found("718-7", ["0552"])[0]!.message).toContain("l'acte NABM 0552");
});

it.each([
  ["the code itself", "2345-7", ["0552"]],
  ["the same analyte otherwise", "1518-0", ["0552"]],
  ["one of several acts", "718-7", ["0552", "1104"]],
  ["an act that is not aligned", "718-7", ["9999"]],
  ["no act", "718-7", []],
  ["no code", "", ["0552"]],
])("says nothing of %s", (_, loinc, nabm) => {
  expect(found(loinc, nabm)).toEqual([]);
});

it("looks at analyses alone, and at nothing without an alignment", () => {
  expect(found("718-7", ["0552"], "exam")).toEqual([]);
  expect(checkNabm([decision("718-7")], catalogue(["0552"]), release, new Map())).toEqual([]);
});
