import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { componentParts } from "./component.ts";

describe("the parts of a component", () => {
  it.each([
    ["Glucose", "Glucose", "", ""],
    ["Albumin/Creatinine", "Albumin", "Creatinine", ""],
    ["Neutrophils/100 leukocytes", "Neutrophils", "100 leukocytes", ""],
    ["Glucose^2H post 75 g glucose PO", "Glucose", "", "2H post 75 g glucose PO"],
    ["Calcium/Creatinine^2H post fasting", "Calcium", "Creatinine", "2H post fasting"],
    ["Sodium^^corrected for glucose", "Sodium", "", "^corrected for glucose"],
    ["Follitropin^1H post dose U/kg", "Follitropin", "", "1H post dose U/kg"],
    ["", "", "", ""],
  ])("%s", (component, analyte, divisor, challenge) => {
    expect(componentParts(component)).toEqual({ analyte, divisor, challenge });
  });

  it("lose nothing: put together again they are the component", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9 .+-]{1,8}$/);
    const divisor = fc.option(word, { nil: "" });
    const challenge = fc.option(fc.stringMatching(/^[A-Za-z0-9 /^]{1,8}$/), { nil: "" });
    fc.assert(
      fc.property(word, divisor, challenge, (analyte, by, after) => {
        const component = analyte + (by && `/${by}`) + (after && `^${after}`);
        expect(componentParts(component)).toEqual({ analyte, divisor: by, challenge: after });
      }),
    );
  });
});
