import { AXES, type Axis } from "../src/loinc/term.ts";
import type { AxisReason, Candidate, Proposal } from "../src/matching/proposal.ts";

/** A candidate; axes that are not given are empty and assumed. */
export function aCandidate(
  loinc: string,
  confidence = 0.5,
  axes: { readonly [axis in Axis]?: Partial<AxisReason> } = {},
): Candidate {
  const reasons = AXES.map((axis): [Axis, AxisReason] => [
    axis,
    { value: "", evidence: "", verdict: "assumed", ...axes[axis] },
  ]);
  return { loinc, name: `name of ${loinc}`, confidence, axes: Object.fromEntries(reasons) as Candidate["axes"] };
}

/** A proposal for the analysis A to look at, without candidates, but for what is given. */
export function aProposal(given: Partial<Proposal> = {}): Proposal {
  return {
    level: "analysis",
    code: "A",
    label: "Analyse",
    band: "review",
    confidence: given.candidates?.[0]?.confidence ?? 0,
    candidates: [],
    question: "",
    ...given,
  };
}
