import { describe, expect, it } from "vitest";
import { specimenOfMost } from "./exam-specimen.ts";

const most = (...specimens: string[]): string => specimenOfMost(specimens.map((specimen) => ({ specimen })));

describe("the specimen that an analysis has from its exams", () => {
  it("is that of most of the exams that state one", () => {
    expect(most("Sérum")).toBe("Sérum");
    expect(most("Sérum", "", "Sérum", "Urines de 24h")).toBe("Sérum");
  });
  it("is none where they disagree or say nothing", () => {
    expect(most("Sérum", "Urines")).toBe("");
    expect(most("", "")).toBe("");
    expect(most()).toBe("");
  });
});
