import { describe, expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { matcher } from "../../test/starter-engine.ts";
import { findTerm } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import type { Alternative, Candidate, Verdict } from "./proposal.ts";
import { withAlternatives } from "./what-if.ts";

/** The candidate `loinc` as the starter has it; every axis but those given is assumed. */
function candidate(loinc: string, verdicts: { readonly [axis in Axis]?: Verdict } = {}): Candidate {
  const term = findTerm(matcher.engine.index.release, loinc)!;
  const axes = AXES.map((axis) => [axis, { value: term[axis], verdict: verdicts[axis] ?? "assumed" }] as const);
  return aCandidate(loinc, 0.5, Object.fromEntries(axes));
}
const MASS = "2345-7";
const MOLES = "14749-6";
const URINE_MASS = "2350-7";
const BLOOD_MASS = "2339-0";
const STRIP_URINE = "25428-4";

function supposed(candidates: readonly Candidate[], language: "fr" | "en" = "fr"): string[] {
  const proposal = withAlternatives({ ...matcher, language }, aProposal({ candidates }));
  return (proposal.alternatives ?? []).map(({ words, loinc }: Alternative) => `${words} : ${loinc}`);
}

describe("the alternatives of a proposal", () => {
  it("say the unit and the specimen that would give another code", () => {
    expect(supposed([candidate(MOLES), candidate(MASS)])).toEqual(["si l'unité était g/L ou mg/L : 2345-7"]);
    expect(supposed([candidate(MASS), candidate(URINE_MASS), candidate(BLOOD_MASS)])).toEqual([
      "si le milieu était urines : 2350-7",
      "si le milieu était sang total : 2339-0",
    ]);
    expect(supposed([candidate(MOLES), candidate(MASS)], "en")).toEqual(["if the unit were mg/dL : 2345-7"]);
  });

  it("are of candidates that differ on that axis alone, and on what follows from it", () => {
    expect(supposed([candidate(MOLES), candidate(URINE_MASS)])).toEqual([]);
    const strip = candidate(STRIP_URINE);
    const quantitative = candidate(URINE_MASS);
    const same = { ...strip, axes: { ...strip.axes, method: quantitative.axes.method } };
    expect(supposed([quantitative, same])).toEqual(["si le type de résultat était qualitatif : 25428-4"]);
  });

  it("are of axes that the row leaves open: what it states is no supposition", () => {
    expect(supposed([candidate(MOLES, { property: "supports" }), candidate(MASS)])).toEqual([]);
    expect(supposed([candidate(MOLES, { property: "contradicts" }), candidate(MASS)])).toEqual([]);
  });

  it("give each value once, three at most, likeliest first", () => {
    const systems = ["Urine", "Bld", "Urine", "CSF", "Body fld"].map((value, i) => ({
      ...candidate(MASS),
      loinc: `${i}`,
      axes: { ...candidate(MASS).axes, system: { value, verdict: "assumed", evidence: "" } },
    })) satisfies Candidate[];
    expect(supposed([candidate(MASS), ...systems]).map((words) => words.slice(-1))).toEqual(["0", "1", "3"]);
  });

  it("are absent when there are none, and for a row without code", () => {
    const proposal = aProposal({ candidates: [candidate(MASS)] });
    expect(withAlternatives(matcher, proposal)).toBe(proposal);
    const none = aProposal({ band: "none", candidates: [candidate(MOLES), candidate(MASS)] });
    expect(withAlternatives(matcher, none)).toBe(none);
    const empty = aProposal();
    expect(withAlternatives(matcher, empty)).toBe(empty);
  });
});
