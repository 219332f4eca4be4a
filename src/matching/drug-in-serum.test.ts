import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { levelHints } from "./drug-in-serum.ts";
import { readRow } from "./read-row.ts";
import type { Row } from "./row.ts";

const { binding, read } = matcher.engine;
const expected = (label: string, given: Partial<Row>): readonly (readonly string[])[] =>
  levelHints(binding, readRow(binding, read, aRow(label, given))).map(({ values }) => values);

describe("paracetamol and salicylates without a unit", () => {
  it("are dosed in serum: regression for Salicylate of an overdose profile, signed as presence", () => {
    const { context } = aRow("");
    const screen = { ...context, exams: ["Paracetamol & salicylate", "Overdose screen"] };
    expect(expected("Salicylate", { specimen: "Serum", context: screen })).toEqual([["MCnc"]]);
    expect(expected("Paracétamol", { specimen: "Plasma" })).toHaveLength(1);
  });

  it("are left alone in urine, with a unit or a scale, and where they are screened", () => {
    expect(expected("Paracétamol", { specimen: "Urine" })).toEqual([]);
    expect(expected("Paracétamol", { specimen: "Sérum", unit: "mg/L" })).toEqual([]);
    expect(expected("Paracétamol dépistage", { specimen: "Sérum" })).toEqual([]);
    expect(expected("Paracétamol", { specimen: "Sérum", scale: "Ord" })).toEqual([]);
  });
});
