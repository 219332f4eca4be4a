import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const unit = (label: string, given = ""): string | undefined =>
  readRow(binding, read, aRow(label, { unit: given })).unit?.ucum;

describe("a label that says a titre", () => {
  it("`VDRL TITRE` counts dilutions though no unit is stated: regression for a presence", () => {
    expect(unit("VDRL TITRE")).toBe("{titer}");
    expect(unit("VDRL")).toBeUndefined();
  });

  it("leaves the unit that is stated", () => {
    expect(unit("Anti-HBs titre", "UI/L")).toBe("[IU]/L");
  });
});
