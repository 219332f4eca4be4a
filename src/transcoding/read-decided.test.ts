import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { FileKind } from "../catalogue/types.ts";
import { type DecidedTable, readDecided } from "./read-decided.ts";
import { sglCells } from "./sgl-cells.ts";
import { sglFile } from "./sgl-files.ts";

const NAMES: { readonly [kind in FileKind]: string } = {
  chapters: "LOINC_4_transcodage_chapitres_20261130.csv",
  exams: "LOINC_5_transcodage_demandes_20261130.csv",
  analyses: "LOINC_6_transcodage_demandes_20261130.csv",
};

const decided = (text: string, kind: FileKind = "analyses", encoding = "utf8"): DecidedTable =>
  readDecided([{ name: NAMES[kind], bytes: iconv.encode(text, encoding) }]);
const codes = (table: DecidedTable): string[][] => table.rows.map(({ level, code, loinc }) => [level, code, loinc]);
const said = (table: DecidedTable): string[] =>
  table.problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

const HEAD = "code;libellé;synonyme;grandeur;code unité;unité;temps;code milieu;milieu;échelle;technique;NABM";
const GLY = "GLY;Glycémie;;;;mmol/L;;;Sang;;;0552";

describe("reading a transcoding table", () => {
  it("reads what the program writes, in any encoding and layout, with or without header", () => {
    const cell = fc.stringMatching(/^[A-Za-zéèàœ€ 0-9"';,/]{0,8}$/);
    const row = fc.tuple(fc.array(cell, { minLength: 10, maxLength: 12 }), fc.constantFrom("", "2345-7", "14749-6"));
    const file = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 8 }),
      encoding: fc.constantFrom("utf8", "win1252", "iso-8859-15"),
      end: fc.constantFrom("\r\n", "\n"),
      header: fc.boolean(),
      pad: fc.boolean(),
    });
    fc.assert(
      fc.property(file, ({ rows, encoding, end, header, pad }) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const lines = rows.map(([cells], i) => [`A${i}`, `Analyse ${i}`, ...cells].map(quoted).join(";"));
        const text = [...(header ? [HEAD] : []), ...lines].map((line) => line + end).join("");
        const source = readCatalogue([
          { name: "LOINC_3_export.csv", bytes: iconv.encode(text, encoding), kind: "analyses" },
        ]);
        const given = new Map(rows.map(([, loinc], i) => [`A${i}`, loinc]));
        const cells = sglCells((_, code) => ({ loinc: given.get(code) ?? "", name: "Label; of it" }));
        const { name, bytes } = sglFile(source.files[0]!, cells, { date: "20261130", pad });
        const table = readDecided([{ name, bytes }]);
        // without header, widths that differ and no code at all, nothing tells where the codes would stand
        fc.pre(header || pad || rows.every(([, loinc]) => loinc !== ""));
        expect(codes(table)).toEqual(rows.map(([, loinc], i) => ["analysis", `A${i}`, loinc]));
        for (const one of table.rows) expect(one.name).toBe(one.loinc === "" ? "" : "Label; of it");
        expect(table.catalogue).toEqual(source.catalogue);
      }),
    );
  });

  it("gives each item with its label, its fields and its place", () => {
    const text = `${HEAD};Code LOINC;Libellé LOINC\r\n${GLY};14749-6;Glucose [Moles/volume]\r\nNA;Sodium;;;;;;;;;;;;\r\n`;
    const table = decided(text, "analyses", "win1252");
    expect(table.problems).toEqual([]);
    expect(table.rows[0]).toMatchObject({
      level: "analysis",
      code: "GLY",
      parent: "",
      label: "Glycémie",
      loinc: "14749-6",
      name: "Glucose [Moles/volume]",
      fields: { unit: "mmol/L", specimen: "Sang", nabm: "0552" },
      file: NAMES.analyses,
      line: 2,
    });
    expect(codes(table)).toEqual([
      ["analysis", "GLY", "14749-6"],
      ["analysis", "NA", ""],
    ]);
    expect(table.catalogue.analyses.map(({ label }) => label)).toEqual(["Glycémie", "Sodium"]);
  });

  it("gives chapters and sub-chapters of LOINC_4, each once", () => {
    const text =
      "BIO;Biochimie;GLU;Glucides;18719-5;Chemistry studies;;\nBIO;Biochimie;LIP;Lipides;18719-5;Chemistry studies;57698-3;Lipid panel\n";
    expect(
      decided(text, "chapters").rows.map(({ level, parent, code, loinc }) => [level, parent, code, loinc]),
    ).toEqual([
      ["chapter", "", "BIO", "18719-5"],
      ["subchapter", "BIO", "GLU", ""],
      ["subchapter", "BIO", "LIP", "57698-3"],
    ]);
  });

  it("finds codes that stand elsewhere, by the header or by what they look like", () => {
    const headed = "Code LOINC;code analyse;libellé analyse;unité\n718-7;HB;Hémoglobine;g/dL\n";
    expect(codes(decided(headed))).toEqual([["analysis", "HB", "718-7"]]);
    const bare = `${GLY};14749-6;Glucose;validé;oui\nHB;Hémoglobine;;;;g/dL;;;Sang;;;1104;718-7;Hemoglobin;validé;non\n`;
    expect(codes(decided(bare))).toEqual([
      ["analysis", "GLY", "14749-6"],
      ["analysis", "HB", "718-7"],
    ]);
  });

  it("tells the kind of a file whose name does not", () => {
    const bytes = Buffer.from(
      "code examen;libellé examen;code analyse;libellé analyse;Code LOINC\nG;Glycémie;GLY;Glucose;14749-6\n",
    );
    expect(codes(readDecided([{ name: "table.csv", bytes }]))).toEqual([["exam", "G", "14749-6"]]);
  });

  it("reads rows whose empty last cells a spreadsheet has cut", () => {
    const text = `${HEAD};Code LOINC;Libellé LOINC\n${GLY};14749-6;Glucose\nNA;Sodium;;;;mmol/L\n`;
    expect(codes(decided(text))).toEqual([
      ["analysis", "GLY", "14749-6"],
      ["analysis", "NA", ""],
    ]);
    expect(decided(text).rows[1]!.fields).toMatchObject({ unit: "mmol/L" });
  });
});

describe("what is wrong with a table is said where it is", () => {
  it.each([
    ["a wrong check digit", "14749-5", ["analysis", "GLY", "14749-5"], "check-digit 2:13"],
    ["two codes in a cell", "14749-6 / 2345-7", ["analysis", "GLY", ""], "several-codes 2:13"],
    ["a code that Excel made a date", "juil.-45", ["analysis", "GLY", ""], "code-as-date 2:13"],
    ["the same, shown whole", "01/07/2345", ["analysis", "GLY", ""], "code-as-date 2:13"],
  ])("%s", (_, cell, row, problem) => {
    const table = decided(`${HEAD};Code LOINC;Libellé LOINC\n${GLY};${cell};Glucose\n`);
    expect(codes(table)).toEqual([row]);
    expect(said(table)).toEqual([problem]);
  });

  it("a word for no code is no problem", () => {
    const table = decided(`${HEAD};Code LOINC;Libellé LOINC\n${GLY};SANS CODE;\n`);
    expect(codes(table)).toEqual([["analysis", "GLY", ""]]);
    expect(table.problems).toEqual([]);
  });

  it("an item with two codes is there with both", () => {
    const exam = (code: string, analysis: string): string => `G;Glucides;;;;;;${analysis};Analyse;${code};Label\n`;
    const table = decided(exam("14749-6", "A") + exam("14749-6", "B") + exam("2345-7", "C"), "exams");
    expect(codes(table)).toEqual([
      ["exam", "G", "14749-6"],
      ["exam", "G", "2345-7"],
    ]);
    expect(said(table)).toEqual(["two-codes 3:10"]);
    expect(table.problems[0]!.message).toContain("a 14749-6 à la ligne 1 et 2345-7 ici");
  });

  it("an export that was not transcoded, and what is no text, are refused", () => {
    const table = readDecided([
      { name: "LOINC_3_export.csv", bytes: Buffer.from(`${HEAD}\n${GLY}\n`) },
      { name: "table.xlsx", bytes: Buffer.from("PK\x03\x04[Content_Types].xml\0") },
    ]);
    expect(table.rows).toEqual([]);
    expect(table.problems.map(({ file, code }) => [file, code])).toEqual([
      ["table.xlsx", "not-text"],
      ["LOINC_3_export.csv", "no-loinc-column"],
    ]);
  });

  it("any bytes are read or refused, never thrown on", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...Object.values(NAMES), "x.csv"),
        (bytes, name) => {
          const { rows, problems } = readDecided([{ name, bytes }]);
          expect(rows.length + problems.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
