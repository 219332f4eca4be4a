import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { countHints } from "./counted-cells.ts";
import { readRow } from "./read-row.ts";
import type { Row } from "./row.ts";

const { binding, read } = matcher.engine;
const { context } = aRow("");
const expected = (label: string, exam: string, given: Partial<Row> = {}): readonly (readonly string[])[] => {
  const row = aRow(label, { specimen: "Urine", context: { ...context, exams: [exam] }, ...given });
  return countHints(binding, readRow(binding, read, row)).map(({ values }) => values);
};

describe("cells of urine in a microscopy", () => {
  it("are counted: regression for Urine RBC, found", () => {
    expect(expected("Urine RBC", "Urine microscopy")).toEqual([["NCnc"]]);
    expect(expected("Urine RBC", "Urine culture")).toEqual([]);
  });

  it("are as their unit, scale or specimen says, and by field in a sediment", () => {
    expect(expected("Urine RBC", "Urine microscopy", { unit: "/hpf" })).toEqual([]);
    expect(expected("Urine RBC", "Urine microscopy", { scale: "Ord" })).toEqual([]);
    expect(expected("RBC", "Fluid microscopy", { specimen: "Synovial fluid" })).toEqual([]);
    expect(expected("Urine RBC", "Urinalysis, sediment microscopy")).toEqual([]);
    expect(expected("Casts", "Urine microscopy")).toEqual([]);
  });
});
