import { describe, expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { aReport } from "../../test/report-data.ts";
import { STARTER_ADVICE } from "../loinc/starter.ts";
import { LOINC_NOTICE } from "../loinc/term.ts";
import { htmlReport } from "./html-report.ts";

const HOSTILE = `<script>alert("1")</script>`;
const review = aProposal({
  candidates: [
    aCandidate("2345-7", 0.6, { property: { value: "MCnc", verdict: "contradicts", evidence: "unité « mmol/L »" } }),
    aCandidate("14749-6", 0.3, { property: { value: "SCnc" } }),
  ],
  question: "Préciser l'unité : mg/dL ou mmol/L ?",
});

describe("the report", () => {
  it("shows the question, and axis by axis what supports and what contradicts", () => {
    const page = htmlReport(aReport([review]));
    for (const said of ["Préciser l&#39;unité : mg/dL ou mmol/L ?", "✗ contredit", "unité « mmol/L »", "14749-6"])
      expect(page).toContain(said);
  });

  it("shows what was decided earlier, and what another value would change", () => {
    const known = {
      ...review,
      memory: [
        { loinc: "2345-7", source: "LOINC_6.csv", agreement: "exact", words: "Déjà codé 2345-7 dans LOINC_6.csv." },
      ],
      alternatives: [
        { axis: "system", value: "Urine", words: "si le milieu était urines", loinc: "2350-7", name: "Glucose" },
      ],
    } as const;
    for (const band of ["auto", "review", "none"] as const)
      expect(htmlReport(aReport([{ ...known, band }]))).toContain(`<span class="known">Déjà codé 2345-7`);
    expect(htmlReport(aReport([known]))).toContain(`si le milieu était urines : <span class="code">2350-7</span>`);
    // a question that says it already says it once
    const asked = { ...known, question: `${known.memory[0].words} Lequel garder ?` };
    expect(htmlReport(aReport([asked])).split("Déjà codé 2345-7").length).toBe(2);
  });

  it("gives the notice always, the advice with the starter only", () => {
    expect(htmlReport(aReport([]))).toContain(LOINC_NOTICE);
    expect(htmlReport(aReport([]))).not.toContain(STARTER_ADVICE.fr);
    expect(htmlReport(aReport([], { starter: true }))).toContain(STARTER_ADVICE.fr);
    expect(htmlReport(aReport([], { starter: true, language: "en" }))).toContain(STARTER_ADVICE.en);
  });

  it("says that rows to look at are not written, unless they are", () => {
    expect(htmlReport(aReport([review], { written: "auto" }))).toContain("--write review");
    expect(htmlReport(aReport([review]))).not.toContain("--write review");
  });

  it("shows two thousand rows of a list, the surest of those to look at, and says where the others are", () => {
    const rows = Array.from({ length: 2001 }, (_, i) => ({ ...review, code: `C${i}`, confidence: 0.3 + i / 10_000 }));
    for (const band of ["auto", "review", "none"] as const) {
      const all = htmlReport(aReport(rows.slice(1).map((row) => ({ ...row, band }))));
      expect(all).toContain(">C1<");
      expect(all).not.toContain("rapport.xlsx");
      const page = htmlReport(aReport(rows.map((row) => ({ ...row, band }))));
      expect(page).toContain("Seules les 2000 premières des 2001 lignes");
      expect(page).not.toContain(band === "review" ? ">C0<" : ">C2000<");
    }
  });

  it("escapes everything that comes from the catalogue", () => {
    const hostile = aProposal({
      ...review,
      code: HOSTILE,
      label: HOSTILE,
      question: HOSTILE,
      memory: [{ loinc: "2345-7", source: HOSTILE, agreement: "exact", words: `${HOSTILE} in memory` }],
      alternatives: [{ axis: "system", value: HOSTILE, words: HOSTILE, loinc: "2350-7", name: HOSTILE }],
      candidates: [{ ...review.candidates[0]!, name: HOSTILE }],
    });
    const bands = (["auto", "review", "none"] as const).map((band) => ({ ...hostile, band }));
    const page = htmlReport(
      aReport(bands, {
        title: HOSTILE,
        placeOf: () => ({ chapter: HOSTILE }),
        factsOf: () => ({ unit: HOSTILE, specimen: HOSTILE, method: HOSTILE, exams: [HOSTILE] }),
        files: [{ name: HOSTILE, encoding: HOSTILE, rows: 1, header: false, kind: HOSTILE }],
        problems: [{ severity: "error", code: "x", file: HOSTILE, line: 1, column: 1, message: HOSTILE }],
        references: [{ title: HOSTILE, version: "", source: HOSTILE }],
      }),
    );
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
  });

  it("is whole when nothing was proposed, and is the same for the same data", () => {
    const page = htmlReport(aReport([]));
    expect(page.startsWith("<!doctype html>")).toBe(true);
    expect(page.trimEnd().endsWith("</html>")).toBe(true);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(htmlReport(aReport([review]))).toBe(htmlReport(aReport([review])));
  });
});
