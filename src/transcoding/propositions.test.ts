import fc from "fast-check";
import { expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { propositionLines } from "./propositions.ts";

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

it("breaks no line at a line end in a label", () => {
  expect(propositionLines([aProposal({ label: "a\r\nb\u2028c" })]).split("\n").length).toBe(2);
  expect(propositionLines([])).toBe("");
});
