import { expect, it } from "vitest";
import { frenchUnit } from "./unit-words.ts";

it.each([
  ["mg/dL", "g/L ou mg/L"],
  ["ug/L", "µg/L"],
  ["mmol/L;umol/L", "mmol/L"],
  ["umol/L", "µmol/L"],
  ["m[IU]/mL", "mUI/mL"],
  ["10*3/uL", "G/L"],
  ["{copies}/mL", "copies/mL"],
  ["mmol/(24.h)", "mmol/24 h"],
  ["{INR}", ""],
  ["U/L", "U/L"],
  ["/uL", "/µL"],
  ["", ""],
])("%s is written %s", (units, words) => {
  expect(frenchUnit(units)).toBe(words);
});
