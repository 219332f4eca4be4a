import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;

describe("names that are spelt apart", () => {
  it("`Palmitoyl carnitine` is palmitoylcarnitine: regression for carnitine", () => {
    expect(read("Palmitoyl carnitine").segments.map(({ text }) => text)).toEqual(["Palmitoyl carnitine"]);
  });

  it("`R.A.I. IDENTIFICATION` is read as `RAI IDENTIFICATION`: regression for the screen", () => {
    expect(read("R.A.I. IDENTIFICATION").segments).toHaveLength(1);
    expect(read("CL.U").segments).toHaveLength(2);
  });

  it("`S.R.V.` says again that its exam is called `SRV`", () => {
    const row = aRow("S.R.V. discriminant : VIH 2");
    const { label } = readRow(binding, read, { ...row, context: { ...row.context, exams: ["SRV"] } });
    expect(label.segments.filter(({ echo }) => echo).map(({ text }) => text)).toEqual(["S.R.V"]);
  });
});
