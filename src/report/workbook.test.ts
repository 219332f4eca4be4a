import fc from "fast-check";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { aReport } from "../../test/report-data.ts";
import type { Proposal } from "../matching/proposal.ts";
import { workbook } from "./workbook.ts";

const opened = async (proposals: readonly Proposal[], given = {}) =>
  readXlsxFile(Buffer.from(await workbook(aReport(proposals, given))));

describe("the workbook", () => {
  it("has a sheet a level and one about the references, empty ones too", async () => {
    const sheets = await opened([]);
    expect(sheets.map((sheet) => sheet.sheet)).toEqual([
      "Analyses",
      "Examens",
      "Sous-chapitres",
      "Chapitres",
      "Références et versions",
    ]);
    const about = sheets[4]!.data.flat();
    for (const said of ["catalogue", "2026-11-30", "LOINC 2.81", "Loinc.csv"]) expect(about).toContain(said);
  });

  it("gives an item its three best candidates with the reasons for the first", async () => {
    const best = aCandidate("2345-7", 0.75, {
      property: { value: "MCnc", verdict: "contradicts", evidence: "unité « mmol/L »" },
    });
    const proposal = aProposal({ code: "0042", candidates: [best, aCandidate("14749-6"), aCandidate("2339-0")] });
    const [head, row] = (await opened([proposal], { language: "en" }))[0]!.data;
    const cell = (title: string) => row![head!.indexOf(title)];
    expect(cell("Local code")).toBe("0042");
    expect(cell("Confidence")).toBe(0.75);
    expect([cell("LOINC"), cell("LOINC 2"), cell("LOINC 3")]).toEqual(["2345-7", "14749-6", "2339-0"]);
    expect(cell("Reasons, axis by axis")).toContain("MCnc");
    expect(cell("Reasons, axis by axis")).toContain("unité « mmol/L »");
  });

  it("leaves the cells of an item without candidates empty", async () => {
    const [head, row] = (await opened([aProposal({ band: "none" })]))[0]!.data;
    expect(row![head!.indexOf("LOINC")]).toBeNull();
    expect(row![head!.indexOf("Groupe")]).toBe("Sans code");
  });

  it.each([
    "=1+1",
    "+33 000",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://exemple.invalid")',
  ])("holds no formula: %s", async (label) => {
    const cells = (await opened([aProposal({ label, code: label })])).flatMap((sheet) => sheet.data.flat());
    expect(cells).toContain(`'${label}`);
    expect(cells).not.toContain(label);
  });

  it("opens whatever a label holds, and keeps what Excel can hold of it", async () => {
    const label = fc.string({
      unit: fc.oneof(fc.constantFrom("\ufffe", "\uffff", "\u0000", "\v", "<", "&", "_x0041_", "é"), fc.constant("a")),
    });
    await fc.assert(
      fc.asyncProperty(label, async (text) => {
        const [, row] = (await opened([aProposal({ label: `a${text}z` })]))[0]!.data;
        expect(row![1]).toBe(`a${text.replace(/[\ufffe\uffff\0\v]/g, "")}z`);
      }),
      { numRuns: 25 },
    );
  });

  it("cuts what is longer than a cell may be", async () => {
    const [, row] = (await opened([aProposal({ label: "x".repeat(40_000) })]))[0]!.data;
    expect(String(row![1]).length).toBe(32_767);
  });
});
