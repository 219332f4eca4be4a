import type { Proposal } from "../matching/proposal.ts";

/** `proposals` as JSON lines, one an item, each ended by a line feed. */
export function propositionLines(proposals: readonly Proposal[]): string {
  return proposals.map((proposal) => `${JSON.stringify(proposal)}\n`).join("");
}
