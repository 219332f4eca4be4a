import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isLoincCode } from "./code.ts";
import { findTerm } from "./release.ts";
import { loadStarter, loadStarterPanels, starterRows } from "./starter.ts";

const FOLDER = fileURLToPath(new URL("../../reference/starter/", import.meta.url));
const AXES = ["COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP"] as const;
const SECTIONS = [
  "18716-1",
  "18717-9",
  "18718-7",
  "18719-5",
  "18720-3",
  "18721-1",
  "18722-9",
  "18723-7",
  "18724-5",
  "18725-2",
  "18727-8",
  "18728-6",
  "18729-4",
  "18767-4",
  "18768-2",
  "18769-0",
  "26435-8",
  "26436-6",
  "26437-4",
  "26438-2",
];

const rows = starterRows();
const codes = new Set(rows.map((row) => row.LOINC_NUM));
const panels = loadStarterPanels();

function codesOf(name: string) {
  const lines = readFileSync(FOLDER + name, "utf8")
    .trimEnd()
    .split("\n");
  return lines.slice(1).map((line) => line.slice(0, line.indexOf("\t")));
}

const panelTerms = codesOf("panel-terms.tsv");
const sections = codesOf("sections.tsv");
const notAnalyses = new Set([...panelTerms, ...sections]);
const analyses = rows.filter((row) => !notAnalyses.has(row.LOINC_NUM!));

/** The codes of the rows for which `fault` holds: empty when all is well, and says which when not. */
function faulty(list: typeof rows, fault: (row: (typeof rows)[number]) => boolean) {
  return list.filter(fault).map((row) => row.LOINC_NUM);
}

/** An exam with their members mostly is something else (a culture, an antibiogram, a tolerance test that is nobody's pregnancy): asked by name alone. */
const BY_NAME_ALONE = ["24353-5", "58077-9", "82305-4", "85421-6"];

describe("the starter reference", () => {
  it("loads, each row as a term", () => {
    const release = loadStarter();
    expect(release.size).toBe(rows.length);
    expect(findTerm(release, "14749-6")).toMatchObject({ component: "Glucose", property: "SCnc", system: "Ser/Plas" });
  });

  it("holds the tests of a laboratory, its panels and the chapters of its reports", () => {
    expect(analyses.length).toBeGreaterThanOrEqual(1200);
    expect([...panels.values()].filter((members) => members.length > 0).length).toBeGreaterThanOrEqual(60);
    expect([...sections].sort()).toEqual(SECTIONS);
  });

  it("has codes with the right check digit, each once", () => {
    expect(faulty(rows, (row) => !isLoincCode(row.LOINC_NUM!))).toEqual([]);
    expect(codes.size).toBe(rows.length);
  });

  it("states the axes of every analysis, and what every panel and section is", () => {
    expect(faulty(rows, (row) => row.COMPONENT === "")).toEqual([]);
    expect(faulty(analyses, (row) => AXES.some((axis) => row[axis] === ""))).toEqual([]);
  });

  it("has every panel and every member of a panel among its terms", () => {
    const of = [...panels].flatMap(([panel, members]) => [panel, ...members]);
    expect(of.filter((code) => !codes.has(code))).toEqual([]);
    expect(panelTerms.filter((code) => !panels.has(code))).toEqual(BY_NAME_ALONE);
    for (const members of panels.values()) expect(new Set(members).size).toBe(members.length);
  });

  it("has no deprecated code", () => {
    expect(faulty(rows, (row) => row.STATUS === "DEPRECATED" || /^deprecated /i.test(row.LONG_COMMON_NAME!))).toEqual(
      [],
    );
  });

  it("has a short name for most of its terms, with LOINC's capitals", () => {
    const named = rows.filter((row) => row.SHORTNAME !== "");
    expect(named.length / rows.length).toBeGreaterThan(0.9);
    expect(faulty(named, (row) => /[a-z]/.test(row.SHORTNAME!) && !/[A-Z]/.test(row.SHORTNAME!))).toEqual([]);
    expect(faulty(rows, (row) => /^\p{Ll}.*\[\p{Ll}/u.test(row.LONG_COMMON_NAME!))).toEqual([]);
  });

  it("has French words for every term", () => {
    expect(faulty(rows, (row) => row.french!.split(" | ").some((words) => words.trim() === ""))).toEqual([]);
  });

  it("is plain tab-separated text", () => {
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".tsv"))) {
      const text = readFileSync(FOLDER + name, "utf8");
      const lines = text.replace(/\n$/, "").split("\n");
      const width = lines[0]!.split("\t").length;
      expect(lines.map((line) => line.split("\t").length).filter((count) => count !== width)).toEqual([]);
      expect(text).toMatch(/\n$/);
      expect(text).not.toMatch(/[\r\ufeff]|(^|\t)"| (\t|\n)|\t | {2}/);
    }
  });
});
