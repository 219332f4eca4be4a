import { expect, it } from "vitest";
import { NAME_PATTERNS, sglFileName } from "./sgl-names.ts";

it("puts the date in the place that the pattern has for it", () => {
  expect(sglFileName(NAME_PATTERNS.chapters, "2026-11-30")).toBe("LOINC_4_transcodage_chapitres_20261130.csv");
  expect(sglFileName(NAME_PATTERNS.exams, "20261130")).toBe("LOINC_5_transcodage_demandes_20261130.csv");
  expect(sglFileName("retour AAAA-MM-JJ.txt", "20261130")).toBe("retour 2026-11-30.txt");
  expect(sglFileName("LOINC_6.csv", "20261130")).toBe("LOINC_6.csv");
});

it("throws on what is no date", () => {
  expect(() => sglFileName("AAAAMMJJ", "30/11/2026")).toThrow(RangeError);
});
