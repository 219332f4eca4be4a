import { describe, expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { checkDecisions } from "../transcoding/checks.ts";
import { tableOf } from "../transcoding/decide.ts";
import { type MapSummary, mapSummary } from "./summary.ts";

const release = buildRelease({ title: "LOINC 2.81", version: "2.81", source: "" }, [aTerm({ code: "2345-7" })]);
const proposals = [
  aProposal({ code: "A", band: "auto", candidates: [aCandidate("718-7")] }),
  aProposal({ code: "B", band: "auto", candidates: [aCandidate("2345-7")] }),
  aProposal({ code: "C", band: "none" }),
  aProposal({ code: "D", band: "review", candidates: [aCandidate("2345-7")] }),
];
const summary: MapSummary = {
  proposals,
  findings: [],
  files: ["LOINC_6.csv", "rapport.html"],
  out: "out",
  seconds: 1.25,
  release,
  starter: false,
  circuit: false,
  written: "auto",
};

describe("the summary of map", () => {
  it("counts each level by band", () => {
    const text = mapSummary(summary, "fr");
    expect(text).toMatch(/^Analyses +2 \(50 %\) +1 \(25 %\) +1 \(25 %\) +4$/m);
    expect(text).toMatch(/^Examens +0 +0 +0 +0$/m);
    expect(text).toContain("Référence : LOINC 2.81, 1 termes");
    expect(text).toContain("Écrit dans out (1,3 s) : LOINC_6.csv, rapport.html");
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it("is told in English, with English numbers and colons", () => {
    const text = mapSummary(summary, "en");
    expect(text).toContain("Reference: LOINC 2.81");
    expect(text).toContain("Written to out (1.3 s): LOINC_6.csv");
    expect(text).toMatch(/^Analyses +2 \(50 %\)/m);
  });

  it("says that rows to look at are not written, when they are not", () => {
    expect(mapSummary(summary, "fr")).toContain("--write review");
    expect(mapSummary({ ...summary, written: "review" }, "fr")).not.toContain("--write review");
  });

  it("says how much the SGL would say", () => {
    const findings = checkDecisions(tableOf(proposals, "auto").decisions, release);
    expect(findings.length).toBe(1);
    expect(mapSummary({ ...summary, findings }, "fr")).toContain("Contrôles que fera le SGL : 1 (rapport.html)");
  });
});
