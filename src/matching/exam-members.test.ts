import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { codeOf, indexOfCode } from "../loinc/release.ts";
import { type Member, membersOf } from "./exam-members.ts";

const { index } = matcher.engine;
const { release } = index;
const parted = (...codes: readonly string[]) => {
  const members = codes.map((code): Member => {
    const term = code === "" ? -1 : indexOfCode(release, code);
    return { code, label: code, term, confidence: 0.9, sure: true };
  });
  const { core, ...rest } = membersOf(index, members);
  return { ...rest, core: [...core].map((term) => codeOf(release, term)) };
};

describe("the analyses of an exam", () => {
  it("the volume of the urine goes with what is measured in it", () => {
    const proteinuria = parted("3167-4", "2889-4");
    expect(proteinuria.core).toEqual(["2889-4"]);
    expect(proteinuria.measured).toBe(true);
    expect(proteinuria.oneAnalyte).toBe(true);
    expect(proteinuria.coded).toHaveLength(2);
  });

  it("an avidity goes with the antibodies", () => {
    expect(parted("7852-7", "7853-5", "52984-2").core).toEqual(["7852-7", "7853-5"]);
  });

  it("facts of the patient are all there is when nothing is measured", () => {
    const facts = parted("29463-7", "8665-2", "");
    expect(facts.measured).toBe(false);
    expect(facts.core).toEqual(["29463-7", "8665-2"]);
    expect(facts.none).toBeCloseTo(1 / 3);
  });

  it("a time and its ratio to the control are one analyte, in two codes that differ by more than their unit", () => {
    const aptt = parted("14979-9", "63561-5");
    expect(aptt.oneAnalyte).toBe(true);
    expect(aptt.same).toBe(false);
    expect(parted("2093-3", "14647-2").same).toBe(true);
  });

  it("two bottles are one analyte by two techniques", () => {
    const cultures = parted("17928-3", "17934-1");
    expect(cultures.oneAnalyte).toBe(true);
    expect(cultures.same).toBe(false);
  });

  it("none are none", () => {
    const { none, analytes, oneAnalyte } = parted();
    expect([none, analytes, oneAnalyte]).toEqual([0, 0, false]);
  });
});
