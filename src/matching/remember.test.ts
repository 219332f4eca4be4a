import { describe, expect, it } from "vitest";
import { anAnalysis } from "../../test/a-catalogue.ts";
import { matcher } from "../../test/starter-engine.ts";
import type { Analysis, Catalogue, Exam } from "../catalogue/types.ts";
import { matchCatalogue } from "./match-catalogue.ts";
import { buildMemory, type MemoryEntry } from "./memory.ts";
import type { Language } from "./phrases.ts";
import type { Proposal } from "./proposal.ts";

const analysis = (code: string, label: string, given: Partial<Analysis> = {}): Analysis =>
  anAnalysis({ code, label, ...given });
const decided = (label: string, loinc: string, given: Partial<MemoryEntry> = {}): MemoryEntry => ({
  level: "analysis",
  label,
  unit: "",
  specimen: "",
  method: "",
  loinc,
  source: "LOINC_6_2025.csv",
  ...given,
});
const glucose = analysis("GLU", "Glycémie", { unit: "mmol/L", specimen: "Sérum" });
const known = (loinc: string, given: Partial<MemoryEntry> = {}): MemoryEntry =>
  decided("Glycémie", loinc, { unit: "mmol/L", specimen: "Sérum", ...given });

function propose(
  catalogue: Partial<Catalogue>,
  entries: readonly MemoryEntry[] | undefined,
  language: Language = "fr",
): Proposal[] {
  const memory = entries && buildMemory(matcher.engine, entries);
  return matchCatalogue(
    { ...matcher, language, ...(memory === undefined ? {} : { memory }) },
    { chapters: [], exams: [], analyses: [], ...catalogue },
  );
}
const one = (item: Analysis, entries?: readonly MemoryEntry[], language?: Language): Proposal =>
  propose({ analyses: [item] }, entries, language)[0]!;
const codes = (proposal: Proposal): string[] => proposal.candidates.map(({ loinc }) => loinc);
const total = ({ candidates }: Proposal): number => candidates.reduce((sum, { confidence }) => sum + confidence, 0);

it("nothing changes without a memory, nor for rows that it does not know", () => {
  expect(one(glucose, [decided("Sodium", "2951-2")])).toEqual(one(glucose));
  expect(one(glucose, [])).toEqual(one(glucose));
});

describe("a row that states the same", () => {
  const alone = one(glucose);

  it("and the same code: surer, and its origin is told", () => {
    const proposal = one(glucose, [known(codes(alone)[0]!)]);
    expect(codes(proposal)).toEqual(codes(alone));
    // the odds are multiplied by four
    expect(proposal.confidence).toBeCloseTo((4 * alone.confidence) / (1 + 3 * alone.confidence), 3);
    expect(total(proposal)).toBeLessThanOrEqual(1.001);
    expect(proposal.candidates[0]!.memory).toEqual({ source: "LOINC_6_2025.csv", agreement: "exact" });
    expect(proposal.memory![0]!.words).toBe(
      `Déjà codé ${codes(alone)[0]} dans LOINC_6_2025.csv : même libellé, même unité, même milieu.`,
    );
  });

  it("and the same code: reaches the lot only when sure enough", () => {
    const { auto } = matcher.model.analysis.thresholds;
    const vague = analysis("VAG", "Glucose");
    const before = one(vague);
    expect(before.band).toBe("review");
    const after = one(vague, [decided("Glucose", codes(before)[0]!)]);
    expect(after.band).toBe(after.confidence >= auto ? "auto" : "review");
  });

  it("and another code: that code first, to be looked at, with the question", () => {
    const proposal = one(glucose, [known("14771-0", { date: "2025-06-30" })]);
    expect(codes(proposal).slice(0, 2)).toEqual(["14771-0", codes(alone)[0]]);
    expect(proposal.band).toBe("review");
    expect(proposal.question).toContain("Déjà codé 14771-0 dans LOINC_6_2025.csv (2025-06-30)");
    expect(proposal.question).toContain(`La ligne seule donnerait ${codes(alone)[0]}`);
    expect(total(proposal)).toBeLessThanOrEqual(1.001);
    expect(one(glucose, [known("14771-0")], "en").question).toContain("Already coded 14771-0 in LOINC_6_2025.csv");
  });

  it("and a code that was no candidate: explained axis by axis", () => {
    const odd = decided("Zorglub", "14749-6", { unit: "mmol/L" });
    const proposal = one(analysis("Z", "Zorglub", { unit: "mmol/L" }), [odd]);
    expect(proposal.band).toBe("review");
    expect(proposal.candidates[0]).toMatchObject({
      loinc: "14749-6",
      axes: { property: { value: "SCnc", verdict: "supports" }, component: { value: "Glucose" } },
    });
  });

  it("and several codes: all of them first, to be looked at", () => {
    const proposal = one(glucose, [known("14771-0"), known(codes(alone)[0]!, { source: "B/LOINC_6.csv" })]);
    expect(new Set(codes(proposal).slice(0, 2))).toEqual(new Set(["14771-0", codes(alone)[0]]));
    expect(proposal.band).toBe("review");
    expect(proposal.question).toMatch(/ne s'accordent pas.*14771-0|ne s'accordent pas.*14749-6/);
    expect(proposal.memory).toHaveLength(2);
  });

  it.each([
    ["not in the reference", known("100000-9"), "unknown", "n'est pas dans la référence chargée"],
    ["against the unit", known("2345-7"), "unit", "contredit l'unité « mmol/L »"],
    ["against the specimen", known("15076-3"), "specimen", "contredit le milieu « Sérum »"],
    ["of a chapter", known("18719-5"), "panel", "pas d'analyse"],
  ] as const)("and a code %s: never first, and it is said", (_, entry, obstacle, words) => {
    const proposal = one(glucose, [entry]);
    expect(codes(proposal)[0]).toBe(codes(alone)[0]);
    expect(proposal.confidence).toBe(alone.confidence);
    expect(proposal.band).toBe("review");
    expect(proposal.memory).toMatchObject([{ loinc: entry.loinc, obstacle }]);
    expect(proposal.question).toContain(words);
  });
});

it("a row merely alike changes neither order, confidence nor band, but its code is shown", () => {
  const alone = one(glucose);
  const proposal = one(glucose, [known("14771-0", { specimen: "" })]);
  expect({ ...proposal, memory: undefined, candidates: [] }).toEqual({ ...alone, memory: undefined, candidates: [] });
  expect(codes(proposal)[0]).toBe(codes(alone)[0]);
  expect(proposal.candidates.find(({ loinc }) => loinc === "14771-0")!.memory!.agreement).toBe("partial");
  expect(proposal.memory![0]!.words).toContain("milieu dit d'un seul côté");
});

describe("exams and chapters", () => {
  const exam: Exam = {
    code: "EX",
    label: "Glycémie",
    synonym: "",
    chapter: "C",
    subchapter: "",
    specimen: "Sérum",
    nabm: [],
    analyses: ["GLU"],
  };
  const catalogue: Catalogue = {
    chapters: [{ code: "C", label: "Divers", subchapters: [] }],
    exams: [exam],
    analyses: [{ ...glucose, exams: ["EX"] }],
  };

  it("are remembered too, an exam of one analysis by its unit", () => {
    const [chapter, proposal] = propose(catalogue, [
      decided("Divers", "18719-5", { level: "chapter", source: "LOINC_4.csv" }),
      decided("Glycémie", "14771-0", { level: "exam", unit: "mmol/L", specimen: "Sérum" }),
      decided("Glycémie", "2345-7", { level: "exam", unit: "g/L", specimen: "Sérum" }),
    ]);
    expect(codes(chapter!)[0]).toBe("18719-5");
    expect(chapter!.memory![0]!.words).toBe("Déjà codé 18719-5 dans LOINC_4.csv : même libellé.");
    expect(codes(proposal!)[0]).toBe("14771-0");
    expect(proposal!.memory).toHaveLength(1);
  });

  it("an exam follows the code that its analysis was given earlier", () => {
    const proposals = propose(catalogue, [known("14771-0")]);
    const proposed = proposals.find(({ level }) => level === "exam")!;
    expect(codes(proposed)[0]).toBe("14771-0");
  });
});
