import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { tokens } from "../lexicon/tokens.ts";
import { codeOf } from "../loinc/release.ts";
import { groupNames } from "./panel-names.ts";
import { keysMeant } from "./panel-spelling.ts";

const { engine } = matcher;
const { binding } = engine;
const NAMES = new Map(
  [
    "bilanhepatique",
    "bilanlipidique",
    "hemogramme",
    "serologietoxoplasmose",
    "anticorpanticardiolipine",
    "urineproteinelectrophoresi",
  ].map((key) => [key, [key]]),
);
const meant = (text: string): string[] => keysMeant(binding, NAMES, tokens(text));

describe("the names that may have been meant", () => {
  it.each([
    ["BIL.LIPID", "bilanlipidique"],
    ["BILAN HEPAT.", "bilanhepatique"],
    ["HEMOGR", "hemogramme"],
    ["BILAN HEPATIQQUE", "bilanhepatique"],
    ["BLN LIPID", "bilanlipidique"],
    ["SEROTOXOPLASMOSE", "serologietoxoplasmose"],
  ])("%s", (text, key) => {
    expect(meant(text)).toEqual([key]);
  });

  it("not those that begin with one word of it, or hold one more", () => {
    expect(meant("BIL")).toEqual([]);
    expect(meant("urine protein")).toEqual([]);
    expect(meant("BIL CARD")).toEqual([]);
  });

  it("anti is no beginning: any antibody is anti-something", () => {
    expect(meant("anticorps anti")).toEqual([]);
  });
});

describe("groups named by what their names were meant for", () => {
  const named = (...labels: string[]) =>
    [...groupNames(engine, labels)].map(([term, name]) => [codeOf(engine.index.release, term), name]);

  it("when no name stands as it is", () => {
    expect(named("EXPL. ANOMALIE LIPID")).toContainEqual(["24331-1", "whole"]);
    expect(named("BILAN HEPATIQQUE")).toContainEqual(["24325-3", "whole"]);
  });

  it("when it is turned round what parts it in two", () => {
    expect(named("Lipidique - bilan")).toContainEqual(["24331-1", "whole"]);
    expect(named("Lipidique (bilan)")).toContainEqual(["24331-1", "whole"]);
  });

  it("a name that stands as it is counts alone", () => {
    expect(named("Ionogramme", "BILAN HEPATIQQUE")).toEqual([["24326-1", "whole"]]);
  });

  it("a specimen written short beside the name says no more", () => {
    expect(named("IONO SG")).toContainEqual(["24326-1", "whole"]);
    expect(named("IONO SG U")).not.toContainEqual(["24326-1", "whole"]);
  });
});

it("renin and aldosterone name no panel of renin activity", () => {
  expect(groupNames(engine, ["Rénine et aldostérone"]).size).toBe(0);
});
