import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { engine } = matcher;
const meant = (label: string, exam: string): string[] => {
  const row = aRow(label);
  const { label: text } = readRow(engine.binding, engine.read, { ...row, context: { ...row.context, exams: [exam] } });
  return text.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
};

describe("a conclusion that stands alone", () => {
  it("narrows what its exam names where that has an interpretation", () => {
    expect(meant("Conclusion", "Électrophorèse des protéines")).toContain("interpretation");
  });

  it("is a line of the report elsewhere", () => {
    expect(meant("Conclusion", "ECBU")).toEqual([]);
    expect(meant("Interprétation", "Bilan de thrombophilie")).toEqual([]);
  });

  it("is left alone when it says of what", () => {
    expect(meant("Conclusion PCT", "ECBU")).toContain("interpretation");
  });
});
