import { describe, expect, it } from "vitest";
import { readRows, TableFault, values, weighted } from "./table.ts";

describe("reading a table", () => {
  it("gives the named columns wherever they stand, with the line in the file", () => {
    const text = "# about\nforms\tnote\tcomponent\r\n\r\nglycémie | GLY\twhy\t Glucose \r\n# a section\nNa\t\tSodium\n";
    expect(readRows("analytes/a.tsv", text, ["component", "forms"])).toEqual([
      { line: 4, component: "Glucose", forms: "glycémie | GLY" },
      { line: 6, component: "Sodium", forms: "Na" },
    ]);
  });

  it("reads cells left off at the end of a line as empty", () => {
    expect(readRows("a.tsv", "component\tforms\tprior\nSodium\tNa", ["component", "prior"])).toEqual([
      { line: 2, component: "Sodium", prior: "" },
    ]);
  });

  it("says which columns a table lacks", () => {
    expect(() => readRows("a.tsv", "component\tform\n", ["component", "forms", "prior"])).toThrow(
      new TableFault("a.tsv: no column forms, prior"),
    );
  });

  it("gives no row of an empty table", () => {
    expect(readRows("a.tsv", "", ["component"])).toEqual([]);
  });
});

describe("a cell with several values", () => {
  it.each([
    ["glycémie | GLY|sucre ", ["glycémie", "GLY", "sucre"]],
    ["", []],
    [" | ", []],
  ])("%o", (cell, expected) => {
    expect(values(cell)).toEqual(expected);
  });

  it("may weigh them", () => {
    expect(weighted("Ser=1 | Bld = 0.3 | Plas | a=b=0.5")).toEqual([
      ["Ser", 1],
      ["Bld", 0.3],
      ["Plas", 1],
      ["a=b", 0.5],
    ]);
  });
});
