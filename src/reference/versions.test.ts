import { expect, it } from "vitest";
import { byVersion, versionInName } from "./versions.ts";

it("versions are compared as people do", () => {
  const sorted = ["2.9", "2.80", "2.81", "2.100", "2026-06-30", "2026-12-01"];
  expect([...sorted].reverse().sort(byVersion)).toEqual(sorted);
  expect(byVersion("2.81", "2.81")).toBe(0);
  expect(byVersion("", "2.81")).toBeLessThan(0);
});

it.each([
  ["Loinc_2.81.zip", "2.81"],
  ["LOINCFR_JeuDeValeurs.xlsx", ""],
  ["circuit_20260630.xlsx", "2026-06-30"],
  ["Circuit de la biologie 2026-06.csv", "2026-06"],
  ["frFR18LinguisticVariant.csv", ""],
  ["export 12345678.csv", ""],
])("of %s it is %o", (name, version) => {
  expect(versionInName(name)).toBe(version);
});
