import { describe, expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import { termOfRow } from "./table-row.ts";

const glucose = {
  LOINC_NUM: "2345-7",
  COMPONENT: "Glucose",
  PROPERTY: "MCnc",
  TIME_ASPCT: "Pt",
  SYSTEM: "Ser/Plas",
  SCALE_TYP: "Qn",
  METHOD_TYP: "",
  CLASS: "CHEM",
  STATUS: "ACTIVE",
  ORDER_OBS: "Both",
  COMMON_TEST_RANK: "4",
  EXAMPLE_UCUM_UNITS: "mg/dL",
  SHORTNAME: "Glucose SerPl-mCnc",
  LONG_COMMON_NAME: "Glucose [Mass/volume] in Serum or Plasma",
  RELATEDNAMES2: "Glu; Gluc",
};

describe("a row of Loinc.csv", () => {
  it("is a term", () => {
    expect(termOfRow(glucose)).toEqual({
      code: "2345-7",
      component: "Glucose",
      property: "MCnc",
      time: "Pt",
      system: "Ser/Plas",
      scale: "Qn",
      method: "",
      class: "CHEM",
      status: "ACTIVE",
      use: "Both",
      rank: 4,
      units: "mg/dL",
      shortName: "Glucose SerPl-mCnc",
      longName: "Glucose [Mass/volume] in Serum or Plasma",
      related: "Glu; Gluc",
      french: "",
    });
  });

  it.each(["", "2345", "2345-8", "LP14635-4", "GLU"])("with the code %o is no term", (code) => {
    expect(termOfRow({ ...glucose, LOINC_NUM: code })).toBeUndefined();
  });

  it("needs only its code", () => {
    expect(termOfRow({ LOINC_NUM: " 2345-7 " })).toEqual(aTerm({ code: "2345-7" }));
  });

  it("reads an unknown status or use as empty, and a rank that is no number as none", () => {
    const term = termOfRow({ ...glucose, STATUS: "RETIRED", ORDER_OBS: "both", COMMON_TEST_RANK: "-" });
    expect([term?.status, term?.use, term?.rank]).toEqual(["", "", 0]);
  });
});
