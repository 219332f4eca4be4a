import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTerms, aTerm } from "../../test/term.ts";
import { buildRelease } from "./build-release.ts";
import { CODED, termAt } from "./release.ts";

const info = { title: "LOINC", version: "", source: "Loinc.csv" };

describe("building a release", () => {
  it("sorts the terms by code, whatever their order", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const release = buildRelease(info, terms);
        expect(release.size).toBe(terms.length);
        const codes = [...release.codes];
        expect(codes).toEqual([...codes].sort((a, b) => a - b));
        expect(buildRelease(info, terms.toReversed())).toEqual(
          buildRelease(
            info,
            Array.from({ length: release.size }, (_, i) => termAt(release, release.size - 1 - i)),
          ),
        );
      }),
    );
  });

  it("keeps each distinct value of a coded column once, the empty one first", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const release = buildRelease(info, terms);
        for (const column of CODED) {
          const { values } = release.coded[column];
          expect(values[0]).toBe("");
          expect([...values].sort()).toEqual([...new Set(["", ...terms.map((term) => term[column])])].sort());
        }
      }),
    );
  });

  it("keeps the last of two terms with one code", () => {
    const release = buildRelease(info, [
      aTerm({ code: "2345-7", component: "old" }),
      aTerm({ code: "718-7", component: "other" }),
      aTerm({ code: "2345-7", component: "new" }),
    ]);
    expect(release.size).toBe(2);
    expect([termAt(release, 0).component, termAt(release, 1).component]).toEqual(["other", "new"]);
  });

  it("holds no term when there is none", () => {
    expect(buildRelease(info, []).size).toBe(0);
  });

  it("throws on what is no LOINC code", () => {
    expect(() => buildRelease(info, [aTerm({ code: "GLU" })])).toThrow(new RangeError("not a LOINC code: GLU"));
  });
});
