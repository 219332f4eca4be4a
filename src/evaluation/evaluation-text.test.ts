import { describe, expect, it } from "vitest";
import type { Evaluation, Measured } from "./evaluation.ts";
import { evaluationPage } from "./evaluation-page.ts";
import { evaluationSummary, evaluationText } from "./evaluation-text.ts";
import type { Metrics } from "./metrics.ts";

const metrics: Metrics = {
  rows: 10,
  coded: 8,
  exact1: 0.5,
  top1: 0.75,
  top3: 0.875,
  top5: 1,
  top10: 1,
  mrr: 0.8123,
  abstentionRecall: 1,
  abstentionPrecision: 0.5,
  auto: 0.4,
  autoPrecision: 1,
  coverage98: 0.4,
  coverage95: 0.6,
  ece: 0.03,
  axes: { component: 1, property: 1, time: 1, system: 0.875, scale: 1, method: 1 },
};
const measured: Measured = {
  catalogue: "A",
  levels: { analysis: metrics },
  chapters: [{ chapter: "BIO | <CHIMIE>", metrics }],
  collected: 0.9,
};
const ablation = { name: "tout", rows: 8, top1: 0.75, top3: 0.875, top5: 1, mrr: 0.81, collected: 0.9 };
const evaluation: Evaluation = {
  reference: { title: "LOINC 2.81", terms: 100 },
  heldOut: [measured],
  shipped: [measured],
  baseline: [{ catalogue: "A", metrics: { ...metrics, top1: 0.25 } }],
  ablations: [ablation, { ...ablation, name: "sans unité", top1: 0.5 }],
  sure: [
    { confidence: 0.95, right: true },
    { confidence: 0.55, right: false },
  ],
  misses: [
    {
      catalogue: "A",
      code: "GLY",
      label: "Glycémie <à jeun>",
      wanted: "2345-7",
      wantedName: "Glucose",
      got: "2339-0",
      gotName: "Glucose in Blood",
      axis: "system",
      place: 2,
      confidence: 0.55,
      band: "review",
    },
  ],
};

describe("an evaluation as text", () => {
  it("tells what each source is worth", () => {
    expect(evaluationText(evaluation)).toMatch(/sans unité\s+50\.0\s+-25\.0/);
  });

  it("sets the search engine beside ours", () => {
    expect(evaluationText(evaluation)).toMatch(/MiniSearch\s+50\.0\s+25\.0/);
  });

  it("writes a dated summary with its command", () => {
    const summary = evaluationSummary(evaluation, "15/11/2026", ["npm run eval -- --reference Loinc.csv"]);
    expect(summary).toContain("Mesures du 15/11/2026, sur LOINC 2.81 (100 termes");
    expect(summary).toContain("npm run eval -- --reference Loinc.csv");
    expect(summary).toContain("BIO \\| <CHIMIE>");
  });
});

describe("an evaluation as a page", () => {
  const page = evaluationPage(evaluation, "15/11/2026");

  it("fetches nothing and escapes what catalogues say", () => {
    expect(page).not.toMatch(/<script|src=|href=/);
    expect(page).toContain("Glycémie &lt;à jeun&gt;");
    expect(page).toContain("BIO | &lt;CHIMIE&gt;");
  });

  it("lists errors under the axis that is wrong", () => {
    expect(page).toMatch(/Milieu \(1\)/);
  });
});
