import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { aTerm } from "../../test/term.ts";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { codeOf } from "../loinc/release.ts";
import { buildEngine, candidatesOf } from "./candidates.ts";
import { FEATURES } from "./feature-names.ts";
import { indexReference } from "./reference-index.ts";

const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({ code: "1874-7", component: "Apolipoprotein B/Apolipoprotein A-I" }),
  aTerm({ code: "13462-7", component: "Apolipoprotein A-I/Apolipoprotein B" }),
  aTerm({ code: "15189-4", component: "Immunoglobulin light chains.kappa/Immunoglobulin light chains.lambda" }),
  aTerm({ code: "11050-2", component: "Immunoglobulin light chains.kappa" }),
  aTerm({ code: "2959-5", component: "Sodium/Potassium" }),
]);
const engine = buildEngine(loadLexicon(), indexReference(release), new Set());
const codes = (label: string): string[] =>
  Array.from(candidatesOf(engine, aRow(label)).terms, (term) => codeOf(release, term));

describe("ratios and their inverses", () => {
  it("`A/B` is not `B/A`", () => {
    expect(codes("Rapport ApoA1/ApoB")).toContain("13462-7");
    expect(codes("Rapport ApoA1/ApoB")).not.toContain("1874-7");
    expect(codes("Rapport ApoB/ApoA1")).toContain("1874-7");
    expect(codes("Rapport ApoB/ApoA1")).not.toContain("13462-7");
  });

  it("an inverse that the reference does not hold is no ratio of it", () => {
    expect(codes("Rapport lambda/kappa")).not.toContain("15189-4");
    expect(codes("Rapport lambda/kappa")).toContain("11050-2");
    expect(codes("Rapport kappa/lambda")).toContain("15189-4");
  });

  it("a stroke says a ratio that the names together do not: `Cholestérol/HDL` is no HDL cholesterol", () => {
    const { engine } = matcher;
    const { release } = engine.index;
    const missing = (label: string, code: string): number => {
      const { terms, featuresOf } = candidatesOf(engine, aRow(label));
      const place = Array.from(terms, (term) => codeOf(release, term)).indexOf(code);
      return featuresOf(place)[FEATURES.indexOf("divisor.missing")]!;
    };
    expect(missing("Cholestérol/HDL", "14646-4")).toBe(1);
    expect(missing("Cholestérol HDL", "14646-4")).toBe(0);
    expect(missing("Cholestérol/HDL", "32309-7")).toBe(0);
  });

  it("`Chol/HDL` keeps no meaning of one side: regression for HDL cholesterol", () => {
    const { segments } = matcher.engine.read("Chol/HDL");
    const meant = segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
    expect(meant).toEqual(["Cholesterol.total/Cholesterol.in HDL"]);
  });

  it("names without a stroke say no order", () => {
    expect(codes("Potassium sodium rapport")).toContain("2959-5");
  });
});
