import { describe, expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { indexReference } from "./reference-index.ts";
import { buildUsualSystem } from "./usual-system.ts";

const usualIn = (terms: Parameters<typeof buildRelease>[1]): ((component: string) => string) => {
  const index = indexReference(buildRelease({ title: "", version: "", source: "" }, terms));
  const usual = buildUsualSystem(index);
  return (component) => usual(index.bases.get(component.toLowerCase())!);
};
const LYSOZYME = [
  aTerm({ code: "1-8", component: "Lysozyme", system: "Urine" }),
  aTerm({ code: "2-6", component: "Lysozyme", system: "Ser" }),
  aTerm({ code: "3-4", component: "Lysozyme", system: "Urine" }),
];
const SODIUM = [
  aTerm({ code: "2955-3", component: "Sodium", system: "Urine", rank: 90 }),
  aTerm({ code: "2951-2", component: "Sodium", system: "Ser/Plas", rank: 3 }),
  aTerm({ code: "2950-4", component: "Sodium", system: "Urine" }),
];
const CASTS = [aTerm({ code: "4-2", component: "Casts", system: "Urine sed" })];

describe("the usual system of a component", () => {
  it("is the one of its most used term", () => {
    expect(usualIn([...SODIUM, ...LYSOZYME])("Sodium")).toBe("Ser/Plas");
  });

  it("is the most frequent one where none of its terms is ranked", () => {
    expect(usualIn([...SODIUM, ...LYSOZYME])("Lysozyme")).toBe("Urine");
  });

  it("is blood, if it is measured there, in a reference that ranks nothing", () => {
    expect(usualIn([...LYSOZYME, ...CASTS])("Lysozyme")).toBe("Ser");
    expect(usualIn([...LYSOZYME, ...CASTS])("Casts")).toBe("Urine sed");
  });
});
