import fc from "fast-check";
import { expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { propositionBytes, propositionLines } from "./propositions.ts";

it("gives each proposal a line of its own, which reads back as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (labels) => {
      const proposals = labels.map((label) => aProposal({ label, candidates: [aCandidate("2345-7")] }));
      const lines = propositionLines(proposals).split("\n");
      expect(lines.pop()).toBe("");
      expect(lines.map((line) => JSON.parse(line))).toEqual(proposals);
    }),
  );
});

it("gives the same in pieces, each of whole lines", () => {
  for (const count of [0, 1, 250, 601]) {
    const proposals = Array.from({ length: count }, (_, i) => aProposal({ label: `é${i}` }));
    const pieces = Array.from(propositionBytes(proposals), (bytes) => Buffer.from(bytes).toString("utf8"));
    expect(pieces.join("")).toBe(propositionLines(proposals));
    expect(pieces.every((piece) => piece.endsWith("\n"))).toBe(true);
  }
});

it("breaks no line at a line end in a label", () => {
  expect(propositionLines([aProposal({ label: "a\r\nb\u2028c" })]).split("\n").length).toBe(2);
  expect(propositionLines([])).toBe("");
});
