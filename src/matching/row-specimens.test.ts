import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import type { Evidence } from "./evidence.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const ofSystem = (label: string, specimen: string, exam = ""): readonly Evidence[] => {
  const row = aRow(label, { specimen });
  const reading = readRow(binding, read, {
    ...row,
    context: { ...row.context, exams: exam === "" ? [] : [exam] },
  });
  return reading.evidence.filter(({ axis }) => axis === "system");
};
const sources = (label: string, specimen: string, exam = ""): string[] =>
  ofSystem(label, specimen, exam).map(({ source, values }) => `${source} ${values}`);

describe("the specimens of a row", () => {
  it("arterial blood of the cord is so in a field of blood: regression for PH CORDON ART., cord blood or the patient's", () => {
    const systems = matcher.engine.index.release.coded.system.values;
    const [arterial, cord, blood] = ["BldCoA", "BldCo", "Bld"].map((system) => systems.indexOf(system)) as number[];
    for (const field of ["SG CORDON", "SANG", "Sang total"]) {
      const [{ fit }] = ofSystem("PH CORDON ART.", field) as [Evidence];
      expect(fit[arterial!]).toBe(1);
      expect(fit[cord!]).toBeLessThan(0.9);
      expect(fit[blood!]).toBeLessThan(0.5);
    }
  });

  it("a fluid that is named stands above fluids: regression for PLEURE LDH of a BIOCHIMIE LIQUIDE, of any fluid", () => {
    expect(sources("PLEURE LDH", "Liquide biologique", "BIOCHIMIE LIQUIDE")).toEqual(["label Liquide pleural"]);
    expect(sources("LDH", "", "BIOCHIMIE LIQUIDE")).toEqual(["exam Liquide biologique"]);
  });

  it("so does one that a name implies, blood apart: regression for LCR PROTEINES in a field of fluids", () => {
    expect(sources("LCR PROTEINES", "Liquide")).toEqual([]);
    expect(sources("Glycémie", "Liquide")).toEqual(["specimen Liquide biologique"]);
  });

  it("a list of what is scraped does not say which is: regression for MYCO PEAU ONGLE, signed as skin", () => {
    expect(sources("CULT CHAMPIGN", "", "MYCO PEAU ONGLE")).toEqual(["exam Divers"]);
    expect(sources("CULT CHAMPIGN", "Ongle", "MYCO PEAU ONGLE")).toEqual(["specimen Ongle"]);
    expect(sources("CULT CHAMPIGN", "", "MYCO PEAU")).toEqual(["exam Peau"]);
  });

  it("blood of a donor is no patient's: regression for VHC Ac of Sg donneur, signed as the patient's", () => {
    const systems = matcher.engine.index.release.coded.system.values;
    for (const field of ["Sg donneur", "Sang du donneur", "Sérum donneur"]) {
      expect(sources("VHC Ac", field)).toEqual(["specimen Sang de donneur"]);
      expect(ofSystem("VHC Ac", field)[0]!.fit[systems.indexOf("Ser")]).toBeLessThan(0.5);
    }
  });
});
