import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { engine } = matcher;
const properties = (label: string, specimen = ""): readonly string[] =>
  readRow(engine.binding, engine.read, aRow(label, { specimen }))
    .evidence.filter(({ axis, source }) => axis === "property" && source === "label")
    .flatMap(({ values }) => values);
const meant = (label: string): string[] =>
  readRow(engine.binding, engine.read, aRow(label)).label.segments.flatMap(({ analytes }) =>
    analytes.map(({ component }) => component),
  );

describe("index of a signal", () => {
  it("`Index VIH` and `Indice HIV` are numbers in units of their own", () => {
    expect(properties("Index VIH")).toEqual(["ACnc"]);
    expect(properties("Indice HIV")).toEqual(["ACnc"]);
    expect(meant("Indice HIV")).toContain("HIV 1+2 Ab+HIV1 p24 Ag");
  });

  it("`Toxo IgG index` is no index of IgG in cerebrospinal fluid, `IgG index` is", () => {
    expect(meant("Toxo IgG index")).toContain("IgG");
    expect(meant("Toxo IgG index")).not.toContain("IgG clearance/Albumin clearance");
    expect(meant("IgG index")).toContain("IgG clearance/Albumin clearance");
  });

  it("an index in cerebrospinal fluid, or of avidity, is another thing", () => {
    expect(properties("Index Borrelia IgG", "LCR")).not.toContain("ACnc");
    expect(properties("Toxo IgG avidité indice")).not.toContain("ACnc");
  });

  it("`Indice de saturation` and an index between two specimens are left alone", () => {
    expect(properties("Indice Lyme IgG LCR/sérum")).not.toContain("ACnc");
    expect(properties("Indice fer")).not.toContain("ACnc");
  });
});
