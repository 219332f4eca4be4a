/** The tables that ship: what a reader of them may take for granted. */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { isLoincCode } from "../loinc/code.ts";
import { readTables } from "./load-lexicon.ts";
import { type Row, readRows, values, weighted } from "./table.ts";
import { formKey } from "./tokens.ts";
import { dimensionOf, readUnits } from "./units.ts";

const require = createRequire(import.meta.url);
const { UcumLhcUtils } = require("@lhncbc/ucum-lhc") as {
  UcumLhcUtils: { getInstance(): { validateUnitString(unit: string): { status: string; msg: string[] } } };
};

const ANALYTES = ["component", "forms", "system", "property", "time", "scale", "method", "prior", "note"];
/** The columns of each table, and those of them that no line may leave empty. */
const LAYOUTS: Readonly<Record<string, readonly [columns: readonly string[], filled: readonly string[]]>> = {
  "administrative.tsv": [
    ["forms", "strength", "note"],
    ["forms", "strength"],
  ],
  "allergens.tsv": [["code", "component", "forms", "note"], ["component"]],
  "challenges.tsv": [
    ["challenge", "forms", "note"],
    ["challenge", "forms"],
  ],
  "chapters.tsv": [["loinc", "forms", "classes", "specimen", "note"], ["forms"]],
  "methods.tsv": [
    ["methods", "forms", "note"],
    ["methods", "forms"],
  ],
  "modifiers.tsv": [
    ["words", "forms", "kind", "short", "note"],
    ["words", "forms", "kind"],
  ],
  "nabm.tsv": [["nabm", "components", "system", "note"], ["nabm"]],
  "organisms.tsv": [
    ["component", "forms", "prior", "note"],
    ["component", "forms"],
  ],
  "panels.tsv": [
    ["loinc", "forms", "note"],
    ["loinc", "forms"],
  ],
  "properties.tsv": [
    ["property", "forms", "note"],
    ["property", "forms"],
  ],
  "scales.tsv": [
    ["scale", "forms", "note"],
    ["scale", "forms"],
  ],
  "specimens.tsv": [
    ["specimen", "forms", "short", "systems", "note"],
    ["specimen", "systems"],
  ],
  "times.tsv": [
    ["time", "forms", "note"],
    ["time", "forms"],
  ],
  "unit-properties.tsv": [
    ["dimension", "properties", "note"],
    ["dimension", "properties"],
  ],
  "units.tsv": [["ucum", "forms", "note"], ["ucum"]],
  "witnesses.tsv": [
    ["target", "loinc"],
    ["target", "loinc"],
  ],
};

/** Units that say nothing of a LOINC property, and why. */
const WITHOUT_PROPERTY: Readonly<Record<string, string>> = {
  m2: "a body surface is data of the request",
  "mmol/m2": "a dose by body surface",
  Cel: "temperatures are data of the request; LOINC has one property for them and no laboratory analysis",
  "mS/cm": "conductivity: the extract has no property for it",
  mV: "a device's own signal",
  Ohm: "a device's own signal",
  Bq: "an administered activity, not a result",
  "{mutations}/{Mb}": "a mutation burden: LOINC gives it no property of its own",
};

const tables = readTables();
const layoutOf = (file: string): (typeof LAYOUTS)[string] | undefined =>
  file.startsWith("analytes/") ? [ANALYTES, ["component", "forms"]] : LAYOUTS[file];
const rowsOf = (file: string): Row<string>[] => {
  const text = tables.get(file);
  return text === undefined ? [] : readRows(file, text, layoutOf(file)?.[0] ?? []);
};
const analytes = [...tables.keys()].filter((file) => file.startsWith("analytes/"));
const units = rowsOf("units.tsv");

it("has no form of urate that loses its AU, which joins words elsewhere than at the head of a form", () => {
  const forms = analytes.flatMap(rowsOf).flatMap((row) => (row.component!.includes("Urate") ? values(row.forms!) : []));
  expect(forms.filter((form) => /\bAU\b/.test(form) && !formKey(form).includes("au"))).toEqual([]);
});

describe.each([...tables.keys()])("%s", (file) => {
  it("has the columns of its layout", () => {
    const header = tables
      .get(file)!
      .split(/\r?\n/)
      .find((line) => line.trim() !== "" && !line.startsWith("#"));
    expect(header?.split("\t")).toEqual(layoutOf(file)?.[0]);
  });

  it("has no line with more cells than columns, nor a required cell empty", () => {
    const [columns, filled] = layoutOf(file) ?? [[], []];
    const faults = tables
      .get(file)!
      .split(/\r?\n/)
      .flatMap((line, i) =>
        !line.startsWith("#") && line.split("\t").length > columns.length ? [`line ${i + 1}`] : [],
      );
    for (const row of rowsOf(file))
      for (const column of filled) if (row[column] === "") faults.push(`line ${row.line}: no ${column}`);
    expect(faults).toEqual([]);
  });

  it("has forms that hold a word, a digit, % or /", () => {
    if (file === "units.tsv" || !layoutOf(file)?.[0].includes("forms")) return;
    expect(rowsOf(file).flatMap((row) => values(row.forms!).filter((form) => formKey(form) === ""))).toEqual([]);
  });
});

describe("numbers are within their range", () => {
  const outside = (cell: string): boolean => !(Number(cell) >= 0 && Number(cell) <= 1);

  it.each([...analytes, "organisms.tsv"])("priors of %s", (file) => {
    expect(rowsOf(file).filter((row) => outside(row.prior!))).toEqual([]);
  });

  it("strengths of administrative.tsv", () => {
    expect(rowsOf("administrative.tsv").filter((row) => outside(row.strength!))).toEqual([]);
  });

  it.each([
    ["unit-properties.tsv", "properties"],
    ["specimens.tsv", "systems"],
  ])("weights of %s", (file, column) => {
    const weights = rowsOf(file).flatMap((row) => weighted(row[column]!).map(([, weight]) => weight));
    expect(weights.filter((weight) => !(weight > 0 && weight <= 1))).toEqual([]);
  });
});

describe("nothing is said twice", () => {
  it("no two lines give the same forms the same meaning", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const file of [...analytes, "organisms.tsv"]) {
      for (const row of rowsOf(file)) {
        const hints = ["system", "property", "time", "scale", "method"].map((column) => row[column] ?? "");
        const meaning = JSON.stringify([row.component, values(row.forms!).map(formKey).sort(), hints]);
        const place = `${file}:${row.line}`;
        const first = seen.get(meaning);
        if (first === undefined) seen.set(meaning, place);
        else twice.push(`${place} says again ${first} (${row.component})`);
      }
    }
    expect(twice).toEqual([]);
  });

  it.each([
    ["specimens.tsv", "specimen"],
    ["units.tsv", "ucum"],
    ["unit-properties.tsv", "dimension"],
    ["witnesses.tsv", "target"],
    ["nabm.tsv", "nabm"],
  ])("%s has one line for each %s", (file, column) => {
    const names = rowsOf(file).map((row) => row[column]!);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("a spelling is one unit", () => {
    const { read } = readUnits(tables.get("units.tsv")!, tables.get("unit-properties.tsv")!);
    const lost = units.flatMap((row) =>
      [row.ucum!, ...values(row.forms!)]
        .filter((form) => read(form)?.ucum !== row.ucum)
        .map((form) => `${form}: ${row.ucum}`),
    );
    expect(lost).toEqual([]);
  });
});

describe("units", () => {
  const ucum = UcumLhcUtils.getInstance();

  it("are valid UCUM", () => {
    const invalid = units.flatMap((row) => {
      const { status, msg } = ucum.validateUnitString(row.ucum!);
      return status === "valid" ? [] : [`${row.ucum}: ${msg.join(" ")}`];
    });
    expect(invalid).toEqual([]);
  });

  it("have a dimension that unit-properties.tsv knows, unless there is a reason", () => {
    const known = new Set(rowsOf("unit-properties.tsv").map((row) => row.dimension));
    const without = units.map((row) => row.ucum!).filter((unit) => !known.has(dimensionOf(unit)));
    expect(without.sort()).toEqual(Object.keys(WITHOUT_PROPERTY).sort());
  });

  it("have the dimension under which unit-properties.tsv names them", () => {
    const listed = new Set(units.map((row) => row.ucum));
    const wrong = rowsOf("unit-properties.tsv").flatMap((row) =>
      (/^units: ([^;]+)/.exec(row.note!)?.[1] ?? "")
        .split(", ")
        .filter((unit) => listed.has(unit) && dimensionOf(unit) !== row.dimension)
        .map((unit) => `${unit}: ${dimensionOf(unit)}, not ${row.dimension}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("LOINC codes have a right check digit", () => {
  it.each([
    ["chapters.tsv", "loinc"],
    ["panels.tsv", "loinc"],
    ["witnesses.tsv", "loinc"],
  ])("%s", (file, column) => {
    const codes = rowsOf(file).map((row) => row[column]!);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => code !== "" && !isLoincCode(code))).toEqual([]);
  });
});

describe("names refer to each other", () => {
  it("chapters name specimens that exist", () => {
    const specimens = new Set(rowsOf("specimens.tsv").map((row) => row.specimen));
    expect(rowsOf("chapters.tsv").filter((row) => row.specimen !== "" && !specimens.has(row.specimen))).toEqual([]);
  });
});
