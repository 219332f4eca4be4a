import { describe, expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import type { Term } from "../loinc/term.ts";
import type { Proposal } from "../matching/proposal.ts";
import { type Companions, circuitOf, NO_COMPANIONS } from "../reference/companions.ts";
import { frenchNamesBuilder } from "../reference/french-names.ts";
import type { DecidedRow } from "./read-decided.ts";
import { type Change, type EarlierSide, examineUpgrade, type UpgradeSide } from "./upgrade.ts";

const GLUCOSE = aTerm({ code: "2345-7", longName: "Glucose", status: "ACTIVE" });
const OTHER = aTerm({ code: "14749-6", longName: "Glucose [Moles/volume]", status: "ACTIVE" });

function side(terms: readonly Term[], companions: Partial<Companions> = {}): UpgradeSide {
  const release = buildRelease({ title: "", version: "", source: "" }, terms);
  return { release, companions: { ...NO_COMPANIONS, ...companions } };
}

function row(loinc: string, name = "Glucose"): DecidedRow {
  return {
    level: "analysis",
    code: "A",
    parent: "",
    label: "Glycémie",
    loinc,
    name,
    fields: {} as DecidedRow["fields"],
    file: "",
    line: 1,
  };
}

function french(label: string): Pick<Companions, "french"> {
  const builder = frenchNamesBuilder();
  builder.add({ code: "2345-7", label });
  return { french: [builder.build()] };
}

function changes(
  one: DecidedRow,
  from: EarlierSide,
  to: UpgradeSide,
  proposals: readonly Proposal[] = [],
): readonly Change[] {
  return examineUpgrade([one], from, to, proposals)[0]?.changes ?? [];
}

const unknown: EarlierSide = { release: undefined, companions: NO_COMPANIONS };
const was = side([GLUCOSE]);
const now = side([GLUCOSE, OTHER]);
const proposed = (
  code: string,
  confidence: number,
  others: Proposal["candidates"] = [],
  given: Partial<Proposal> = {},
): Proposal => aProposal({ code: "A", band: "auto", candidates: [aCandidate(code, confidence), ...others], ...given });

describe("a table against another reference", () => {
  it("is not touched by what did not change", () => {
    expect(changes(row("2345-7"), was, now)).toEqual([]);
    expect(changes(row(""), was, now)).toEqual([]);
  });

  it("has rows whose code was deprecated, with what replaces it and when", () => {
    const replacements = new Map([["2345-7", [{ code: "14749-6", comment: "Moles" }]]]);
    const to = side([{ ...GLUCOSE, status: "DEPRECATED", longName: "Deprecated Glucose" }, OTHER], { replacements });
    const instead = [{ loinc: "14749-6", name: "Glucose [Moles/volume]", comment: "Moles" }];
    expect(changes(row("2345-7"), was, to)).toEqual([{ kind: "deprecated", before: false, instead }]);
    // a better code that is the replacement is not told twice
    expect(changes(row("2345-7"), was, to, [proposed("14749-6", 0.99)])).toHaveLength(1);
    expect(changes(row("2345-7"), to, to)).toMatchObject([{ kind: "deprecated", before: true }]);
  });

  it("tells a code as discouraged only when it was not before", () => {
    const to = side([{ ...GLUCOSE, status: "DISCOURAGED" }]);
    expect(changes(row("2345-7"), was, to)).toEqual([{ kind: "discouraged", instead: [] }]);
    expect(changes(row("2345-7"), to, to)).toEqual([]);
  });

  it("tells a code that is not there any more", () => {
    expect(changes(row("2345-7"), was, side([OTHER]))).toEqual([{ kind: "absent" }]);
    expect(changes(row("2345-7"), side([OTHER]), side([OTHER]))).toEqual([]);
  });

  it("tells entries and exits of the circuit, when both sides have it", () => {
    const inside = side([GLUCOSE], { circuit: circuitOf({ analyses: new Set(["2345-7"]) }) });
    const outside = side([GLUCOSE], { circuit: circuitOf({ analyses: new Set(["718-7"]) }) });
    expect(changes(row("2345-7"), inside, outside)).toEqual([{ kind: "out-of-circuit" }]);
    expect(changes(row("2345-7"), outside, inside)).toEqual([{ kind: "into-circuit" }]);
    expect(changes(row("2345-7"), was, outside)).toEqual([]);
    expect(changes(row("2345-7"), unknown, outside)).toEqual([]);
    expect(changes(row("2345-7"), { ...inside, release: undefined }, outside)).toEqual([{ kind: "out-of-circuit" }]);
  });

  it("compares French labels with French ones, LOINC's names with LOINC's", () => {
    const renamed = side([{ ...GLUCOSE, longName: "Glucose, renamed" }]);
    expect(changes(row("2345-7"), was, renamed)).toEqual([{ kind: "label", from: "Glucose", to: "Glucose, renamed" }]);
    expect(changes(row("2345-7", "Glucose, renamed"), was, renamed)).toEqual([]);
    const [before, after] = [side([GLUCOSE], french("Glycémie")), side([GLUCOSE], french("Glucose sérique"))];
    expect(changes(row("2345-7", "Glycémie"), before, after)).toEqual([
      { kind: "label", from: "Glycémie", to: "Glucose sérique" },
    ]);
    // the first French file makes no label new
    expect(changes(row("2345-7"), was, after)).toEqual([]);
  });

  it("without an earlier side a label counts when it is none of the code's", () => {
    const to = side([GLUCOSE], french("Glycémie"));
    expect(changes(row("2345-7", "Glycémie"), unknown, to)).toEqual([]);
    expect(changes(row("2345-7", "Glucose"), unknown, to)).toEqual([]);
    expect(changes(row("2345-7", ""), unknown, to)).toEqual([]);
    expect(changes(row("2345-7", "Sucre"), unknown, to)).toEqual([{ kind: "label", from: "Sucre", to: "Glycémie" }]);
  });
});

describe("a clearly better code", () => {
  const kinds = (one: DecidedRow, proposal: Proposal, from: EarlierSide = was): string[] =>
    changes(one, from, now, [proposal]).map(({ kind }) => kind);

  it("did not exist before, is likely, and three times as likely as the decided one", () => {
    expect(kinds(row("2345-7"), proposed("14749-6", 0.7, [aCandidate("2345-7", 0.2)]))).toEqual(["better"]);
    expect(kinds(row("2345-7"), proposed("14749-6", 0.7, [aCandidate("2345-7", 0.25)]))).toEqual([]);
    expect(kinds(row("2345-7"), proposed("14749-6", 0.4))).toEqual([]);
    expect(kinds(row("2345-7"), proposed("14749-6", 0.7), now)).toEqual([]);
    expect(changes(row("2345-7"), unknown, now, [proposed("14749-6", 0.7)])).toEqual([]);
  });

  it("where there was none must be one that may be signed as a lot", () => {
    expect(kinds(row(""), proposed("14749-6", 0.97))).toEqual(["better"]);
    expect(kinds(row(""), proposed("14749-6", 0.97, [], { band: "review" }))).toEqual([]);
  });

  it("is that of the row's own proposal", () => {
    expect(kinds(row(""), proposed("14749-6", 0.97, [], { level: "exam" }))).toEqual([]);
  });
});
