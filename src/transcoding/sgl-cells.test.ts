import { expect, it } from "vitest";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { type CodeOf, sglCells } from "./sgl-cells.ts";

const codeOf: CodeOf = (level, code, parent) =>
  code === "?"
    ? { loinc: "", name: "sans code" }
    : code === "!"
      ? undefined
      : { loinc: `${level}/${parent}/${code}`, name: `nom ${code}` };

const cells = (name: string, text: string, noLoinc?: string) =>
  readCatalogue([{ name, bytes: Buffer.from(text) }]).files[0]?.records.map(sglCells(codeOf, noLoinc));

it("gives chapter and sub-chapter two cells each", () => {
  expect(cells("LOINC_1.csv", "H;Hémato;N;NFS\nB;Biochimie;;\n?;Divers;!;Rien\n;;X;Y")).toEqual([
    ["chapter//H", "nom H", "subchapter/H/N", "nom N"],
    ["chapter//B", "nom B", "", ""],
    ["", "", "", ""],
    [],
  ]);
});

it("writes what stands for no code where an item has none, not where there is no item", () => {
  expect(cells("LOINC_1.csv", "?;Divers;;\n;;X;Y", "SANS")).toEqual([["SANS", "", "", ""], []]);
});

it("gives exams and analyses two cells", () => {
  expect(cells("LOINC_2.csv", "N;NFS;;;;;;GR;Hématies")).toEqual([["exam//N", "nom N"]]);
  expect(cells("LOINC_3.csv", "GR;Hématies;;;;;;;;;;")).toEqual([["analysis//GR", "nom GR"]]);
});
