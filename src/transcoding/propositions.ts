import type { Proposal } from "../matching/proposal.ts";

const LINES = 250;

/** `proposals` as JSON lines, one an item, each ended by a line feed. */
export function propositionLines(proposals: readonly Proposal[]): string {
  return proposals.map((proposal) => `${JSON.stringify(proposal)}\n`).join("");
}

/** The same as bytes, some hundred lines at a time: those of a hundred thousand rows are longer than a text can be. */
export function* propositionBytes(proposals: readonly Proposal[]): Generator<Uint8Array> {
  for (let from = 0; from < proposals.length; from += LINES)
    yield Buffer.from(propositionLines(proposals.slice(from, from + LINES)), "utf8");
}
