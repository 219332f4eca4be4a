import { describe, expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { indexReference } from "./reference-index.ts";
import { buildUsualSystem } from "./usual-system.ts";

const index = indexReference(
  buildRelease({ title: "", version: "", source: "" }, [
    aTerm({ code: "2955-3", component: "Sodium", system: "Urine", rank: 90 }),
    aTerm({ code: "2951-2", component: "Sodium", system: "Ser/Plas", rank: 3 }),
    aTerm({ code: "2950-4", component: "Sodium", system: "Urine" }),
    aTerm({ code: "1-8", component: "Lysozyme", system: "Urine" }),
    aTerm({ code: "2-6", component: "Lysozyme", system: "Ser" }),
    aTerm({ code: "3-4", component: "Lysozyme", system: "Urine" }),
    aTerm({ code: "4-2", component: "Casts", system: "Urine sed" }),
    aTerm({ code: "5-9", component: "Casts", system: "Urine" }),
    aTerm({ code: "6-7", component: "Casts", system: "Urine sed" }),
  ]),
);
const usual = buildUsualSystem(index);

describe("the usual system of a component", () => {
  it("is the one of its most used term", () => {
    expect(usual(index.bases.get("sodium")!)).toBe("Ser/Plas");
  });

  it("is blood where no term is ranked, else the most frequent one", () => {
    expect(usual(index.bases.get("lysozyme")!)).toBe("Ser");
    expect(usual(index.bases.get("casts")!)).toBe("Urine sed");
  });
});
