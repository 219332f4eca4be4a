import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigit, codeNumber, codeText, isLoincCode } from "./code.ts";

describe("LOINC codes", () => {
  it.each([
    "2345-7",
    "14749-6",
    "58410-2",
    "718-7",
    "100019-9",
    "3-4",
    "18769-0",
  ])("%s has a right check digit", (code) => {
    expect(isLoincCode(code)).toBe(true);
  });

  it.each([
    "2345-8",
    "14749-5",
    "2345",
    "2345-",
    "-7",
    "02345-7",
    "ABC-1",
    "2345-77",
    " 2345-7",
  ])("%s is refused", (code) => {
    expect(isLoincCode(code)).toBe(false);
  });

  it("finds every single-digit error", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 199_999 }),
        fc.nat(5),
        fc.integer({ min: 1, max: 9 }),
        (n, position, shift) => {
          const digits = String(n);
          const at = position % digits.length;
          const wrong = digits.slice(0, at) + ((Number(digits[at]) + shift) % 10) + digits.slice(at + 1);
          expect(checkDigit(wrong)).not.toBe(checkDigit(digits));
        },
      ),
    );
  });

  it("survives being stored as a number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
        const code = `${n}-${checkDigit(String(n))}`;
        expect(codeText(codeNumber(code)!)).toBe(code);
      }),
    );
  });
});
