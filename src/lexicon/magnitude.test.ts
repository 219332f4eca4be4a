import { describe, expect, it } from "vitest";
import { magnitude } from "./magnitude.ts";

describe("the magnitude of a unit", () => {
  it.each([
    ["g/L", 0],
    ["mg/dL", -2],
    ["ng/mL", -6],
    ["ug/L", -6],
    ["umol/L", -6],
    ["m[IU]/L", -3],
    ["10*9/L", 9],
    ["10*3/uL", 9],
    ["/uL", 6],
    ["{copies}/mL", 3],
    ["g", 0],
  ])("%s is 10^%i", (ucum, power) => {
    expect(magnitude(ucum)).toBeCloseTo(power);
  });

  it.each(["%", "s", "mg/g/d", "fL{x", "mm[Hg]", "mg/(24.h)"])("%s has none", (ucum) => {
    expect(magnitude(ucum)).toBeUndefined();
  });
});
