import { expect, it } from "vitest";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { memoryEntries } from "./memory-entries.ts";

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text, "utf8") });
const { catalogue } = readCatalogue([
  file("LOINC_1_export_chapitres_20261101.csv", "BIO;Biochimie;GLU;Glucides\n"),
  file("LOINC_2_export_demandes_20261101.csv", "E1;Glycémie;;BIO;GLU;Plasma fluoré;0552;A1;Glucose\n"),
  file("LOINC_3_export_resultats_20261101.csv", "A1;Glucose;GLY;;MMOL;mmol/L;PT;;;QN;;0552\nA2;Sodium;;;;;;;;;;\n"),
]);

it("an entry holds what row and exam say, and where it was decided", () => {
  const decided = [
    { level: "analysis", code: "A1", label: "Glucose", loinc: "14749-6", date: "2026-10-30" },
    { level: "exam", code: "E1", label: "Glycémie", loinc: "14749-6" },
    { level: "chapter", code: "BIO", label: "Biochimie", loinc: "18719-5" },
    { level: "subchapter", code: "GLU", label: "Glucides", loinc: "18719-5" },
  ] as const;
  const [analysis, exam, chapter, subchapter] = memoryEntries(catalogue, decided, "LOINC_6.csv");
  expect(analysis).toMatchObject({
    ...decided[0],
    synonym: "GLY",
    unit: "mmol/L",
    specimen: "Plasma fluoré",
    time: "PT",
    scale: "QN",
    method: "",
    source: "LOINC_6.csv",
  });
  // an exam of one analysis is told from its namesake by the unit
  expect(exam).toMatchObject({ ...decided[1], unit: "mmol/L", specimen: "Plasma fluoré" });
  expect(exam).not.toHaveProperty("date");
  expect([chapter, subchapter]).toMatchObject([decided[2], decided[3]]);
});

it("items without a code make none, items that the catalogue does not hold have their label alone", () => {
  const decided = [
    { level: "analysis", code: "A2", label: "Sodium", loinc: "" },
    { level: "analysis", code: "OLD", label: "Potassium", loinc: "2823-3" },
  ] as const;
  expect(memoryEntries(catalogue, decided, "table")).toMatchObject([
    { code: "OLD", label: "Potassium", unit: "", specimen: "", loinc: "2823-3" },
  ]);
});
