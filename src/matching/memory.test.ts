import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { buildMemory, type MemoryEntry, recall } from "./memory.ts";
import type { Row } from "./row.ts";

const GLUCOSE: MemoryEntry = {
  level: "analysis",
  label: "Glycémie à jeun",
  unit: "mmol/L",
  specimen: "Sérum",
  method: "",
  loinc: "14749-6",
  source: "LOINC_6.csv",
};
const entry = (given: Partial<MemoryEntry>): MemoryEntry => ({ ...GLUCOSE, ...given });
const row = (given: Partial<Row> = {}): Row => aRow("Glycémie à jeun", { unit: "mmol/L", specimen: "Sérum", ...given });
const recalled = (entries: readonly MemoryEntry[], asked: Row): string[] =>
  recall(buildMemory(matcher.engine, entries), asked).map(({ loinc, agreement }) => `${loinc} ${agreement}`);

describe("a row that states the same", () => {
  it.each([
    ["the very row", {}],
    ["case and accents", { label: "GLYCEMIE A JEUN" }],
    ["punctuation, dots, linking words", { label: "Glycémie, à jeun." }],
    ["a unit in other words", { unit: "millimole par litre" }],
    ["a unit's code only", { unit: "", unitCode: "mmol/l" }],
    ["a specimen's code", { specimen: "", specimenCode: "SER" }],
    ["a technique that LOINC does not tell apart", { method: "Hexokinase" }],
    ["the exam's specimen", { specimen: "", context: { ...row().context, examSpecimen: "sérum" } }],
  ] satisfies [string, Partial<Row>][])("agrees exactly: %s", (_, given) => {
    expect(recalled([GLUCOSE], row(given))).toEqual(["14749-6 exact"]);
  });

  it("agrees when neither says unit or specimen", () => {
    expect(recalled([entry({ unit: "", specimen: "" })], row({ unit: "", specimen: "" }))).toEqual(["14749-6 exact"]);
  });

  it("agrees however it is spelled", () => {
    const memory = buildMemory(matcher.engine, [GLUCOSE]);
    const spelled = fc.tuple(
      fc.constantFrom("Glycémie", "GLYCEMIE", "glycemie"),
      fc.constantFrom(" ", "  ", " - ", "."),
    );
    fc.assert(
      fc.property(spelled, fc.constantFrom("à jeun", "A JEUN", "(à jeun)"), ([word, by], rest) => {
        expect(recall(memory, row({ label: word + by + rest }))).toMatchObject([{ agreement: "exact" }]);
      }),
    );
  });
});

describe("a row that is merely alike", () => {
  it.each([
    ["no unit", { unit: "" }],
    ["no specimen", { specimen: "" }],
    ["a unit of the same kind", { unit: "µmol/L" }],
    ["a specimen that may be the same", { specimen: "Plasma" }],
    ["a technique", { method: "HPLC" }],
    ["the label as its synonym", { label: "Glucose", synonym: "glycémie à jeun" }],
  ] satisfies [string, Partial<Row>][])("agrees in part: %s", (_, given) => {
    expect(recalled([GLUCOSE], row(given))).toEqual(["14749-6 partial"]);
  });

  it("counts for nothing beside one that states the same", () => {
    expect(recalled([GLUCOSE, entry({ unit: "", loinc: "2345-7" })], row())).toEqual(["14749-6 exact"]);
  });
});

it.each([
  ["label", { label: "Glycémie post-prandiale" }],
  ["unit", { unit: "g/L" }],
  ["specimen", { specimen: "Urines" }],
  ["% in the label", { label: "Glycémie à jeun %" }],
  ["level", { level: "exam" }],
  ["time", { time: "24H" }],
] satisfies [string, Partial<Row>][])("another %s is another row", (_, given) => {
  expect(recalled([entry({ time: "PT" })], row({ time: "PT", ...given }))).toEqual([]);
});

it("an entry without a code says nothing", () => {
  expect(recalled([entry({ loinc: "" })], row())).toEqual([]);
});

describe("decisions that disagree", () => {
  const other = entry({ loinc: "14771-0", source: "other/LOINC_6.csv" });

  it("are all recalled, the most frequent first", () => {
    const third = entry({ loinc: "14771-0", source: "third/LOINC_6.csv" });
    expect(recalled([GLUCOSE, other, third], row())).toEqual(["14771-0 exact", "14749-6 exact"]);
  });

  it("within one file are told apart by the local code, but not between files", () => {
    const own = [entry({ code: "GLY1" }), entry({ code: "GLY2", loinc: "14771-0" })];
    expect(recalled(own, row({ code: "GLY2" }))).toEqual(["14771-0 exact"]);
    expect(recalled(own, row({ code: "NEW" }))).toHaveLength(2);
    expect(recalled([...own, other], row({ code: "GLY1" }))).toEqual(["14749-6 exact", "14771-0 exact"]);
  });
});
