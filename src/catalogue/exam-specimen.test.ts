import { describe, expect, it } from "vitest";
import { agreedSpecimen } from "./exam-specimen.ts";

const agreed = (...specimens: string[]): string => agreedSpecimen(specimens.map((specimen) => ({ specimen })));

describe("the specimen that an analysis has from its exams", () => {
  it("is the one that those agree on that state one, however they write it", () => {
    expect(agreed("Sérum")).toBe("Sérum");
    expect(agreed("Sérum", "", "SERUM ")).toBe("Sérum");
  });
  it("is none where they disagree or say nothing", () => {
    expect(agreed("Sérum", "Sérum", "Urines de 24h")).toBe("");
    expect(agreed("", " ")).toBe("");
    expect(agreed()).toBe("");
  });
});
