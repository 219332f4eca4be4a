import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { queryOf } from "./component-match.ts";
import { readRow } from "./read-row.ts";

const { engine } = matcher;
const collected = (label: string, hinted: readonly ReadonlyMap<number, number>[] = []): string[] =>
  engine
    .collect(queryOf(readRow(engine.binding, engine.read, aRow(label))), hinted)
    .map((match) => engine.index.baseName(match.base));

describe("collecting what a row may be", () => {
  it("finds the base that the label names, first", () => {
    expect(collected("Glycémie")[0]).toBe("Glucose");
    expect(collected("TSH")[0]).toBe("Thyrotropin");
  });

  it("finds each base once, and not too many", () => {
    for (const label of ["anticorps anti", "virus", "Cholestérol HDL"]) {
      const names = collected(label);
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeLessThanOrEqual(60);
    }
  });

  it("finds nothing from words that mean nothing", () => {
    expect(collected("zzzz")).toEqual([]);
    expect(collected("")).toEqual([]);
  });

  it("takes bases that an act points to, although no word does", () => {
    const glucose = engine.index.bases.get("glucose")!;
    expect(collected("zzzz", [new Map([[glucose, 1]])])).toEqual(["Glucose"]);
  });

  it("keeps nothing from the row before", () => {
    const first = collected("Sodium");
    collected("Cholestérol HDL", [new Map([[engine.index.bases.get("glucose")!, 1]])]);
    expect(collected("Sodium")).toEqual(first);
    expect(collected("zzzz")).toEqual([]);
  });
});
