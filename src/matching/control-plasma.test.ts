import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf } from "./candidates.ts";

const { engine } = matcher;
const systems = (label: string, specimen = ""): Set<string> => {
  const { ids, values } = engine.index.release.coded.system;
  return new Set([...candidatesOf(engine, aRow(label, { specimen })).terms].map((term) => values[ids[term]!]!));
};

describe("control plasma", () => {
  it("is no patient's: regression for Fibrinogène témoin, signed as the patient's", () => {
    expect(systems("Fibrinogène témoin")).not.toContain("PPP");
    expect(systems("Fibrinogène")).toContain("PPP");
    expect(systems("Quick témoin")).toContain("PPP^control");
  });

  it("is said by one form of each time: regression for TP témoin in whole blood, TT témoin", () => {
    for (const label of ["TP témoin", "TT témoin", "TCK témoin"]) {
      const named = engine.read(label).segments.flatMap(({ analytes }) => analytes);
      expect(new Set(named.map(({ hints }) => hints?.system[0]))).toEqual(new Set(["PPP^control"]));
    }
  });
});
