import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCode, anyTerms, aTerm } from "../../test/term.ts";
import { buildRelease } from "./build-release.ts";
import { codeOf, displayName, findTerm, indexOfCode, termAt, textOf, valueAt } from "./release.ts";

const info = { title: "LOINC 2.81", version: "2.81", source: "Loinc.csv" };

describe("a release", () => {
  it("finds every term by its code, whole", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const release = buildRelease(info, terms);
        for (const term of terms) expect(findTerm(release, term.code)).toEqual(term);
      }),
    );
  });

  it("does not find a code that it does not hold", () => {
    fc.assert(
      fc.property(anyTerms, anyCode, (terms, code) => {
        fc.pre(!terms.some((term) => term.code === code));
        const release = buildRelease(info, terms);
        expect(indexOfCode(release, code)).toBe(-1);
        expect(findTerm(release, code)).toBeUndefined();
      }),
    );
  });

  it("does not find what is no code", () => {
    const release = buildRelease(info, [aTerm({ code: "2345-7" })]);
    expect(["", "2345", "glucose", "2345-77", "02345-7"].map((code) => indexOfCode(release, code))).toEqual([
      -1, -1, -1, -1, -1,
    ]);
  });

  it("gives columns by the number of a term", () => {
    const release = buildRelease(info, [
      aTerm({ code: "718-7", component: "Hemoglobin", system: "Bld", longName: "Hemoglobin in Blood" }),
      aTerm({ code: "2345-7", component: "Glucose", system: "Ser/Plas", longName: "Glycémie ≥ 2 g" }),
    ]);
    const index = indexOfCode(release, "2345-7");
    expect(codeOf(release, index)).toBe("2345-7");
    expect(valueAt(release, "component", index)).toBe("Glucose");
    expect(valueAt(release, "method", index)).toBe("");
    expect(textOf(release, "longName", index)).toBe("Glycémie ≥ 2 g");
    expect(textOf(release, "related", index)).toBe("");
    expect(termAt(release, 0).component).toBe("Hemoglobin");
  });
});

describe("the name that people read", () => {
  it.each([
    [{ longName: "Glucose in Blood", shortName: "Glucose Bld", component: "Glucose" }, "Glucose in Blood"],
    [{ shortName: "Glucose Bld", component: "Glucose" }, "Glucose Bld"],
    [{ component: "Glucose" }, "Glucose"],
  ])("%o", (columns, name) => {
    expect(displayName(aTerm({ code: "2345-7", ...columns }))).toBe(name);
  });
});
