import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { codeOf } from "../loinc/release.ts";
import { candidatesOf } from "./candidates.ts";
import type { Member } from "./exam-members.ts";
import { bestNamed, isNameAsked, namedRow } from "./exam-name.ts";
import { scorerOf } from "./score.ts";

const { engine, model } = matcher;
const member = (term: number): Member => ({ code: "A", label: "A", term, confidence: 0.9, sure: true });

describe("the name of an exam by itself", () => {
  it("is asked unless the exam is its one coded analysis", () => {
    expect(isNameAsked([member(1)])).toBe(false);
    expect(isNameAsked([member(-1)])).toBe(true);
    expect(isNameAsked([member(1), member(2)])).toBe(true);
    expect(isNameAsked([])).toBe(true);
  });

  it("gets the code that an analysis of that name would get", () => {
    const exam = aRow("Coproculture", { level: "exam" });
    const candidates = candidatesOf(engine, namedRow(exam, exam.context.habits));
    const best = bestNamed(candidates, scorerOf(engine, model)(candidates))!;
    expect(codeOf(engine.index.release, best.term)).toBe("625-4");
    expect(best.probability).toBeGreaterThan(0);
    expect(best.probability).toBeLessThanOrEqual(1);
  });

  it("gets nothing when nothing is found", () => {
    const candidates = { ...candidatesOf(engine, aRow("Zzz")), terms: new Uint32Array(0) };
    expect(bestNamed(candidates, new Float64Array(0))).toBeUndefined();
  });
});
