import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCode, aTerm } from "../../test/term.ts";
import { buildRelease } from "./build-release.ts";
import { nearestCodes } from "./nearest-codes.ts";

const release = (...codes: string[]) =>
  buildRelease(
    { title: "", version: "", source: "" },
    codes.map((code) => aTerm({ code })),
  );

describe("nearestCodes", () => {
  it.each([
    ["two digits swapped", "2832-3"],
    ["a wrong check digit", "2823-5"],
    ["a digit changed", "2923-3"],
    ["a digit lost", "283-3"],
    ["a digit added", "28233-3"],
    ["the hyphen lost", "28233"],
  ])("finds the code behind %s", (_, written) => {
    expect(nearestCodes(release("2823-3", "718-7"), written)).toContain("2823-3");
  });

  it("finds nothing near words, nor far digits", () => {
    expect(nearestCodes(release("2823-3"), "potassium")).toEqual([]);
    expect(nearestCodes(release("2823-3"), "718-9")).toEqual([]);
    expect(nearestCodes(release("2823-3"), "123456789-0")).toEqual([]);
  });

  it("gives codes of the release only, never the one that was written", () => {
    fc.assert(
      fc.property(anyCode, fc.string({ maxLength: 9 }), (code, written) => {
        const near = nearestCodes(release(code), written);
        expect(near.every((one) => one === code && one !== written)).toBe(true);
      }),
    );
  });

  it("finds every code again from any one wrong digit", () => {
    fc.assert(
      fc.property(anyCode, fc.nat(5), fc.nat(9), (code, at, digit) => {
        const digits = code.replace("-", "");
        const place = at % digits.length;
        const slip = digits.slice(0, place) + digit + digits.slice(place + 1);
        const written = `${slip.slice(0, -1)}-${slip.slice(-1)}`;
        if (written === code) return;
        expect(nearestCodes(release(code), written)).toContain(code);
      }),
    );
  });
});
