import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTerms, aTerm } from "../../test/term.ts";
import { buildRelease } from "./build-release.ts";
import { decodePack, encodePack, isPack, PackError } from "./pack.ts";
import { termAt } from "./release.ts";

const info = { title: "LOINC 2.81", version: "2.81", source: "Loinc_2.81.zip/Loinc.csv" };
const small = encodePack(buildRelease(info, [aTerm({ code: "2345-7", component: "Glucose", longName: "Glycémie" })]));

/** The same bytes, `shift` bytes into a longer buffer. */
function shifted(bytes: Uint8Array, shift: number): Uint8Array {
  const place = new Uint8Array(bytes.length + shift).subarray(shift);
  place.set(bytes);
  return place;
}

describe("a pack", () => {
  it("gives the terms that were put in, wherever its bytes stand in memory", () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(9), (terms, shift) => {
        const release = buildRelease(info, terms);
        const again = decodePack(shifted(encodePack(release), shift));
        expect(again.info).toEqual(info);
        expect(again.size).toBe(terms.length);
        const all = Array.from({ length: again.size }, (_, i) => termAt(again, i));
        expect(all).toEqual(Array.from({ length: release.size }, (_, i) => termAt(release, i)));
        expect(new Set(all)).toEqual(new Set(terms));
      }),
    );
  });

  it("is known by its first bytes", () => {
    expect(isPack(small)).toBe(true);
    expect(isPack(shifted(small, 3).subarray(0, 16))).toBe(true);
    expect(isPack(small.subarray(0, 15))).toBe(false);
    expect(isPack(Buffer.from('"LOINC_NUM","COMPONENT"'))).toBe(false);
    expect(isPack(new Uint8Array())).toBe(false);
  });

  it("is refused when it is cut anywhere", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: small.length - 9 }), (length) => {
        expect(() => decodePack(small.subarray(0, length))).toThrow(PackError);
      }),
    );
  });

  it("is refused when it is of another version", () => {
    const other = Uint8Array.from(small);
    other[4] = 9;
    expect(() => decodePack(other)).toThrow(/version 9, attendue : 1/);
  });

  it("is refused when its header is damaged", () => {
    const damaged = Uint8Array.from(small);
    damaged[16] = 0;
    expect(() => decodePack(damaged)).toThrow(PackError);
  });
});
