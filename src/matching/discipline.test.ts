import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { engine } = matcher;
const texts = (label: string): string[] =>
  readRow(engine.binding, engine.read, aRow(label)).label.segments.map(({ text }) => text);

describe("a discipline before a name", () => {
  it.each([
    ["HT.Plaquettes", "Plaquettes"],
    ["DIG.LIPASE", "LIPASE"],
    ["META.CARNITINE", "CARNITINE"],
    ["HORM.TSH", "TSH"],
    ["BIOCH.Na", "Na"],
    ["COAG.TP", "TP"],
    ["IMM.C3", "C3"],
    ["TOX.PLOMB", "PLOMB"],
  ])("%s is %s", (label, name) => {
    expect(texts(label)).toEqual([name]);
  });

  it("is left where it says what is measured: `TOX.IGG`, `HEM.AEROBIE`, `IMM.GRANULO`", () => {
    expect(texts("TOX.IGG").join("")).toContain("TOX");
    expect(texts("HEM.AEROBIE").join("")).toContain("HEM");
    expect(texts("IMM.GRANULO").join("")).toContain("IMM");
  });
});
