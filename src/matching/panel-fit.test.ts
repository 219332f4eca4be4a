import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { indexOfCode } from "../loinc/release.ts";
import { isCulture, nameFit, othersSaid, panelFit } from "./panel-fit.ts";

const { engine, panels } = matcher;
const { index } = engine;
const termOf = (code: string): number => indexOfCode(index.release, code);
const fitOf = (panel: string, codes: readonly string[], known = true) => {
  const found = panels.panels.find(({ term }) => term === termOf(panel))!;
  const asked = known ? found : { ...found, members: new Set<string>(), bases: new Set<number>() };
  return panelFit(index, asked, codes.map(termOf), 1);
};

describe("how well a panel holds analyses", () => {
  it("wholly, by its members or by its name alone", () => {
    for (const known of [true, false]) {
      const cmv = fitOf("24315-4", ["7852-7", "7853-5"], known);
      expect(cmv["panel.covered"]).toBe(1);
      expect(cmv["panel.whole"]).toBeCloseTo(1);
      expect(cmv["panel.system"]).toBe(1);
    }
  });

  it("not the nuclear antigen in a panel of the capsid", () => {
    const ebv = fitOf("24316-2", ["30339-6", "30340-4", "7883-2"]);
    expect(ebv["panel.covered.least"]).toBeLessThan(0.9);
    expect(ebv["panel.covered"]).toBeGreaterThan(ebv["panel.covered.least"]!);
  });

  it("susceptibility to any antibiotic in the antibiogram", () => {
    const panel = panels.panels.find(({ term }) => term === termOf("18769-0"))!;
    const unlisted = { ...panel, members: new Set<string>(), bases: new Set<number>() };
    expect(panelFit(index, unlisted, [termOf("18861-5")], 0)["panel.covered"]).toBe(1);
    expect(panelFit(index, panel, [termOf("2889-4")], 0)["panel.covered"]).toBeLessThan(0.5);
  });

  it("another specimen tells against it", () => {
    expect(fitOf("34546-2", ["2093-3"])["panel.system"]).toBe(0);
  });

  it("says nothing of an exam without analyses", () => {
    expect(fitOf("24315-4", [])).toEqual({});
  });
});

it("the code of a name holds the bottles of a blood culture, not a virus", () => {
  const bottles = nameFit(index, termOf("600-7"), [termOf("17928-3"), termOf("17934-1")]);
  expect(bottles["name.whole"]).toBe(1);
  expect(nameFit(index, termOf("600-7"), [termOf("7852-7")])["name.whole"]).toBeLessThan(0.2);
});

it("a component says what is said of the others, all of it when there are none", () => {
  expect(othersSaid(index, termOf("14979-9"), [termOf("14979-9"), termOf("63561-5")])).toBeGreaterThan(0.5);
  expect(othersSaid(index, termOf("14979-9"), [termOf("14979-9")])).toBe(1);
  expect(othersSaid(index, termOf("14979-9"), [termOf("2093-3")])).toBe(0);
});

it("a culture of whatever grows, not a stain", () => {
  expect(isCulture(index.release, termOf("630-4"))).toBe(true);
  expect(isCulture(index.release, termOf("653-6"))).toBe(false);
});
