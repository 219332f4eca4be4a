import { expect, it } from "vitest";
import type { Catalogue } from "../catalogue/types.ts";
import type { Candidate, Proposal } from "./proposal.ts";
import { partSiblings } from "./siblings.ts";

const proposal = (
  code: string,
  ...candidates: readonly (readonly [loinc: string, confidence: number])[]
): Proposal => ({
  level: "analysis",
  code,
  label: code,
  band: "review",
  confidence: candidates[0]![1],
  candidates: candidates.map(
    ([loinc, confidence]) => ({ loinc, name: loinc, confidence, axes: {} }) as unknown as Candidate,
  ),
  question: "",
});

function parted(...proposals: readonly Proposal[]): Map<string, string> {
  const exam = { code: "E", label: "E", synonym: "", chapter: "", subchapter: "", specimen: "", nabm: [] };
  const catalogue: Catalogue = {
    chapters: [],
    exams: [{ ...exam, analyses: proposals.map(({ code }) => code) }],
    analyses: [],
  };
  const after = partSiblings(catalogue, new Map(proposals.map((item) => [item.code, item])), "fr");
  return new Map([...after].map(([code, { candidates }]) => [code, candidates[0]!.loinc]));
}

it("the surer of two siblings keeps the code, the other takes its next", () => {
  const after = parted(proposal("A", ["1-8", 0.9]), proposal("B", ["1-8", 0.6], ["2-6", 0.3]));
  expect([...after.values()]).toEqual(["1-8", "2-6"]);
});

it("a second choice takes nobody's code: TP témoin does not take that of INR", () => {
  const after = parted(
    proposal("TP", ["5902-2", 0.95]),
    proposal("TP témoin", ["5902-2", 0.9], ["6301-6", 0.07], ["5901-4", 0.03]),
    proposal("INR", ["6301-6", 0.85]),
  );
  expect([...after.values()]).toEqual(["5902-2", "5901-4", "6301-6"]);
});

it("keeps its first code, with the question, when nothing else is likely", () => {
  const after = parted(proposal("A", ["1-8", 0.9]), proposal("B", ["1-8", 0.8], ["2-6", 0.001]));
  expect([...after.values()]).toEqual(["1-8", "1-8"]);
});

it("a code that was decided for a row is not for a surer sibling to take", () => {
  const known = proposal("B", ["1-8", 0.6], ["3-4", 0.3]);
  const [first, ...others] = known.candidates;
  const remembered = {
    ...known,
    candidates: [{ ...first!, memory: { source: "T", agreement: "exact" } as const }, ...others],
  };
  const surer = proposal("A", ["1-8", 0.9], ["2-6", 0.05]);
  expect([...parted(surer, remembered).values()]).toEqual(["2-6", "1-8"]);
  // nor is it lost when both rows were given it
  const both = { ...surer, candidates: [{ ...surer.candidates[0]!, memory: remembered.candidates[0]!.memory! }] };
  expect([...parted(both, remembered).values()]).toEqual(["1-8", "1-8"]);
});
