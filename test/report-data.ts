import type { Proposal } from "../src/matching/proposal.ts";
import type { ReportData } from "../src/report/report-data.ts";

/** A report on `proposals`, of which nothing else is known but what is `given`. */
export function aReport(proposals: readonly Proposal[], given: Partial<ReportData> = {}): ReportData {
  return {
    title: "catalogue",
    date: "2026-11-30",
    language: "fr",
    files: [],
    problems: [],
    proposals,
    placeOf: () => ({ chapter: "" }),
    factsOf: () => ({ unit: "", specimen: "", method: "", exams: [] }),
    findings: [],
    references: [{ title: "LOINC 2.81", version: "2.81", source: "Loinc.csv" }],
    circuit: false,
    notices: [],
    terms: 3,
    starter: false,
    written: "review",
    version: "1.2.3",
    measured: { auto: 98.5, rows: 1200 },
    ...given,
  };
}
