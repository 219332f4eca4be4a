import { describe, expect, it } from "vitest";
import { bandBars, confidenceHistogram } from "./charts.ts";
import { words } from "./words.ts";

const say = words("fr");
/** The text alternatives of a picture. */
const told = (svg: string): string[] => [/aria-label="([^"]*)"/.exec(svg)![1]!, /<desc>([^<]*)<\/desc>/.exec(svg)![1]!];
const numbers = (svg: string): number[] =>
  [...svg.matchAll(/\b(?:x|y|width|height)="([^"]*)"/g)].map((match) => Number(match[1]));

describe("bars by band", () => {
  const rows = [
    { label: "Biochimie", counts: { auto: 3, review: 2, none: 1 } },
    { label: '<b>"Divers"', counts: { auto: 0, review: 0, none: 0 } },
  ];
  const svg = bandBars("Analyses par chapitre", rows, say).text;

  it("say in words all that they show", () => {
    expect(svg).toContain('role="img"');
    for (const text of told(svg)) {
      expect(text).toContain("Biochimie : 3 à signer en lot, 2 à relire, 1 sans code");
      expect(text).toContain("0 à signer en lot, 0 à relire, 0 sans code");
    }
    expect(told(svg)[0]).toContain("Analyses par chapitre");
  });

  it("tell bands apart by more than colour, with a legend", () => {
    for (const band of ["auto", "review", "none"]) expect(svg).toContain(`class="band-${band}"`);
    for (const name of Object.values(say.bands)) expect(svg).toContain(name);
  });

  it("escape labels", () => {
    expect(svg).not.toContain("<b>");
    expect(svg).toContain("&lt;b&gt;");
  });

  it("are numbers even when there is nothing to show, or very much", () => {
    const many = [{ label: "x".repeat(200), counts: { auto: 100_000, review: 1, none: 0 } }];
    for (const picture of [bandBars("t", [], say), bandBars("t", [rows[1]!], say), bandBars("t", many, say)])
      for (const number of numbers(picture.text)) expect(Number.isFinite(number)).toBe(true);
  });
});

describe("the histogram of confidences", () => {
  it("says in words how many there are in each step, the ends included", () => {
    const svg = confidenceHistogram("Confiance", "Aide", [0, 0.05, 0.1, 0.95, 1]).text;
    for (const text of told(svg)) {
      expect(text).toContain("0–10 % : 2");
      expect(text).toContain("10–20 % : 1");
      expect(text).toContain("90–100 % : 2");
    }
    expect(svg).toContain("Aide");
  });

  it("is drawn when there are none", () => {
    const svg = confidenceHistogram("Confiance", "Aide", []).text;
    for (const number of numbers(svg)) expect(Number.isFinite(number)).toBe(true);
  });
});
