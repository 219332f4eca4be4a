import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { indexOfCode } from "../loinc/release.ts";
import { candidatesOf } from "./candidates.ts";
import { decidingQuestion } from "./question.ts";
import type { Row } from "./row.ts";

const { engine } = matcher;

/** The question between the two codes, both likely, for a row. */
function asked(label: string, given: Partial<Row>, first: string, rival: string): string {
  const pool = candidatesOf(engine, aRow(label, given));
  const kept = [first, rival].map((code) => pool.terms.indexOf(indexOfCode(engine.index.release, code)));
  expect(kept).not.toContain(-1);
  return decidingQuestion(engine, pool, kept, [0.6, 0.4], "fr");
}

describe("the deciding question", () => {
  it("asks where when nothing says it, and not when the row does", () => {
    expect(asked("Sodium", {}, "2951-2", "2955-3")).toBe("Préciser le milieu : sérum ou plasma ou urines ?");
    expect(asked("Sodium", { specimen: "Sérum" }, "2951-2", "2955-3")).not.toContain("milieu");
  });

  it("asks the unit unless it is stated", () => {
    expect(asked("Glucose", { specimen: "Sérum" }, "2345-7", "14749-6")).toContain("unité");
    expect(asked("Glucose", { specimen: "Sérum", unit: "mmol/L" }, "14749-6", "2345-7")).not.toContain("unité");
  });

  it("asks the kind of result, not the property that comes with it", () => {
    const question = asked("ANCA", { specimen: "Sérum", scale: "Ordinal" }, "17351-8", "21023-7");
    expect(question).not.toContain("grandeur");
    expect(asked("ANCA", { specimen: "Sérum" }, "17351-8", "21023-7")).toContain("type de résultat");
  });

  it("is none when no rival is near", () => {
    const pool = candidatesOf(engine, aRow("Sodium"));
    expect(decidingQuestion(engine, pool, [0, 1], [0.99, 0.01], "fr")).toBe("");
  });
});
