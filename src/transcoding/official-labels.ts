import type { Proposal } from "../matching/proposal.ts";
import { type FrenchNames, frenchLabel } from "../reference/french-names.ts";

/** `proposals` whose candidates bear their official French labels where `french` gives one; our own words never stand there. */
export function withOfficialLabels(proposals: readonly Proposal[], french: readonly FrenchNames[]): Proposal[] {
  if (french.length === 0) return [...proposals];
  return proposals.map((proposal) => ({
    ...proposal,
    candidates: proposal.candidates.map((candidate) => {
      const name = frenchLabel(french, candidate.loinc);
      return name === undefined ? candidate : { ...candidate, name, nameLanguage: "fr" };
    }),
  }));
}
