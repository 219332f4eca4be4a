import { describe, expect, it } from "vitest";
import { buildRelease } from "../loinc/build-release.ts";
import { indexOfCode, type Release } from "../loinc/release.ts";
import { termOfRow } from "../loinc/table-row.ts";
import { usualCodes } from "./usual-terms.ts";

const info = { title: "", version: "", source: "" };

/** A release of rows `code component property system method`. */
function releaseOf(rows: readonly string[]): Release {
  const terms = rows.map((row) => {
    const [LOINC_NUM, COMPONENT, PROPERTY, SYSTEM, METHOD_TYP = ""] = row.split(" ");
    return termOfRow({ LOINC_NUM, COMPONENT, PROPERTY, TIME_ASPCT: "Pt", SYSTEM, SCALE_TYP: "Qn", METHOD_TYP })!;
  });
  return buildRelease(info, terms);
}

describe("usual terms", () => {
  it("are those of the starter, and the same without their method; not the same with another, or in another system", () => {
    const release = releaseOf([
      "6690-2 Leukocytes NCnc Bld Automated",
      "26464-8 Leukocytes NCnc Bld",
      "804-5 Leukocytes NCnc Bld Manual",
      "26465-5 Leukocytes NCnc CSF",
    ]);
    const usual = usualCodes(release, releaseOf(["6690-2 Leukocytes NCnc Bld Automated"]));
    const named = ["6690-2", "26464-8", "804-5", "26465-5"].filter((code) =>
      usual.has(release.codes[indexOfCode(release, code)]!),
    );
    expect(named).toEqual(["6690-2", "26464-8"]);
  });
});
