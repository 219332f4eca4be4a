import { expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { isWorkbook, workbookFiles } from "./from-workbook.ts";
import { readCatalogue } from "./read-catalogue.ts";

const text = (value: string) => ({ value, type: String });
const rows = [
  ["Code analyse", "Libellé analyse", "Unité"].map(text),
  [text("00123"), text('Fer; « total "x" »'), text("µmol/L")],
  [text("K"), text("Potassium"), null],
];

it("gives the catalogue that its sheets hold, codes with their leading zeros", async () => {
  const bytes = await writeXlsxFile([
    { sheet: "Lisez-moi", data: [] },
    { sheet: "LOINC_3", data: rows },
    {
      sheet: "LOINC_1",
      data: [
        [text("BIO"), text("Biochimie")],
        [text("HEM"), text("Hématologie")],
      ],
    },
  ]).toBuffer();
  const file = { name: "catalogue.xlsx", bytes };
  expect(isWorkbook(file)).toBe(true);
  const files = await workbookFiles(file);
  if (!Array.isArray(files)) throw new Error(files.message);
  expect(files.map(({ name }) => name)).toEqual(["LOINC_3 (catalogue).csv", "LOINC_1 (catalogue).csv"]);
  const { catalogue } = readCatalogue(files);
  expect(catalogue.analyses).toMatchObject([
    { code: "00123", label: 'Fer; « total "x" »', unit: "µmol/L" },
    { code: "K", unit: "" },
  ]);
  expect(catalogue.chapters.map(({ label }) => label)).toEqual(["Biochimie", "Hématologie"]);
});

it("says that a broken workbook is broken", async () => {
  const file = { name: "cassé.xlsx", bytes: Buffer.from("PK\x03\x04 nothing") };
  expect(await workbookFiles(file)).toMatchObject({
    severity: "error",
    code: "unreadable-workbook",
    file: "cassé.xlsx",
  });
  expect(isWorkbook({ name: "a.csv", bytes: Buffer.from("PK;x") })).toBe(false);
});
