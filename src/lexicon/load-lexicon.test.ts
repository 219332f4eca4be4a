import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { loadLexicon, readTables } from "./load-lexicon.ts";

describe("the tables of a folder", () => {
  it("are read with those of its folders, named by their path, and nothing else", () => {
    const folder = temporaryFolder();
    folder.write("units.tsv", "ucum\tforms\n");
    folder.write("analytes/b.tsv", "é");
    folder.write("analytes/a.tsv", "");
    folder.write("README.md", "about");
    expect([...readTables(folder.path)]).toEqual([
      ["analytes/a.tsv", ""],
      ["analytes/b.tsv", "é"],
      ["units.tsv", "ucum\tforms\n"],
    ]);
  });
});

describe("the lexicon that ships", () => {
  const lexicon = loadLexicon();

  it.each([
    ["glycémie", "Glucose"],
    ["natrémie", "Sodium"],
    ["TSH", "Thyrotropin"],
    ["ferritine", "Ferritin"],
  ])("knows that %s is %s", (form, component) => {
    const key = form.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    expect(lexicon.forms.get(key)).toContainEqual(expect.objectContaining({ kind: "analyte", component }));
  });

  it("tells giga per litre from gram per litre", () => {
    expect(lexicon.units.read("G/L")?.ucum).toBe("10*9/L");
    expect(lexicon.units.read("G/L")?.dimension).toBe("number/volume");
    expect(lexicon.units.read("g/L")?.ucum).toBe("g/L");
    expect(lexicon.units.read("g/l")?.dimension).toBe("mass/volume");
  });
});
