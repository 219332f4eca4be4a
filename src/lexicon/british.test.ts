import { describe, expect, it } from "vitest";
import { american } from "./british.ts";

describe("British spelling", () => {
  it.each([
    ["haemoglobin", "hemoglobin"],
    ["methaemoglobinaemia", "methemoglobinemia"],
    ["oestradiol", "estradiol"],
    ["sulphonamide", "sulfonamide"],
    ["leucocyte", "leukocyte"],
    ["aluminium", "aluminum"],
    ["tumourmarker", "tumormarker"],
  ])("%s", (british, expected) => expect(american(british)).toBe(expected));

  it("is asked of no other word", () => {
    expect(american("glucose")).toBeUndefined();
    expect(american("creatinine")).toBeUndefined();
    expect(american("jour")).toBeUndefined();
  });
});
