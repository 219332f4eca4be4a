import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { engine } = matcher;
const techniques = (label: string): string[] =>
  readRow(engine.binding, engine.read, aRow(label))
    .evidence.filter(({ axis, source }) => axis === "method" && source === "label")
    .flatMap(({ values }) => values);

describe("techniques that a form holds", () => {
  it("`ANCA IFI` is said to be by immunofluorescence, `TDR PALU` by a rapid test", () => {
    expect(engine.read("ANCA IFI").segments).toHaveLength(1);
    expect(techniques("ANCA IFI")).toContain("IF");
    expect(techniques("TDR PALU")).toContain("IA.rapid");
  });

  it("a word that may be an analyte or its kind says no technique: `HSV-2 PCR` is DNA", () => {
    expect(engine.read("HSV-2 PCR").segments).toHaveLength(1);
    expect(techniques("HSV-2 PCR")).toEqual([]);
  });

  it("names of one word say none", () => {
    expect(techniques("Glycémie")).toEqual([]);
  });
});
