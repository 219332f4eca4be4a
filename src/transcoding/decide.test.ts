import { describe, expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { tableOf } from "./decide.ts";

const proposals = [
  aProposal({ code: "A", band: "auto", candidates: [aCandidate("2345-7"), aCandidate("14749-6")] }),
  aProposal({ code: "R", band: "review", candidates: [aCandidate("718-7")] }),
  aProposal({ code: "N", band: "none", candidates: [aCandidate("2951-2")] }),
  aProposal({ code: "V", band: "auto" }),
  aProposal({ level: "exam", code: "A", band: "auto", candidates: [aCandidate("24331-1")] }),
  aProposal({ level: "subchapter", code: "S", parent: "B", band: "auto", candidates: [aCandidate("18719-5")] }),
  aProposal({ level: "subchapter", code: "S", parent: "H", band: "auto", candidates: [aCandidate("18723-7")] }),
];

describe("the table that proposals make", () => {
  it("takes the first candidate of what may be signed as a lot", () => {
    const table = tableOf(proposals, "auto");
    expect(table.get("analysis", "A")).toEqual({
      level: "analysis",
      code: "A",
      parent: "",
      loinc: "2345-7",
      name: "name of 2345-7",
    });
    expect(table.get("analysis", "R")).toMatchObject({ loinc: "", name: "" });
  });

  it("takes what is to be looked at when asked, and never what gets no code", () => {
    const table = tableOf(proposals, "review");
    expect(table.get("analysis", "R")?.loinc).toBe("718-7");
    expect(table.get("analysis", "N")).toMatchObject({ loinc: "", name: "" });
    expect(table.get("analysis", "V")?.loinc).toBe("");
  });

  it("tells levels apart, and sub-chapters of one code in two chapters", () => {
    const table = tableOf(proposals, "auto");
    expect(table.get("exam", "A")?.loinc).toBe("24331-1");
    expect(table.get("subchapter", "S", "B")?.loinc).toBe("18719-5");
    expect(table.get("subchapter", "S", "H")?.loinc).toBe("18723-7");
    expect(table.get("subchapter", "S")).toBeUndefined();
    expect(table.get("chapter", "A")).toBeUndefined();
  });

  it("holds a decision for each proposal, in order", () => {
    expect(tableOf(proposals, "auto").decisions.map((decision) => decision.code)).toEqual(
      proposals.map((proposal) => proposal.code),
    );
    expect(tableOf([], "auto").decisions).toEqual([]);
  });
});
