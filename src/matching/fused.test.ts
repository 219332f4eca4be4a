import { describe, expect, it } from "vitest";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { formKey } from "../lexicon/tokens.ts";
import { fused } from "./fused.ts";

const lexicon = loadLexicon();
const meanings = (label: string): string[] =>
  fused(lexicon, formKey(label)).map((sense) =>
    sense.kind === "specimen"
      ? sense.specimen.name
      : sense.kind === "analyte" || sense.kind === "modifier"
        ? sense.component
        : sense.kind,
  );

describe("words written together", () => {
  it.each([
    ["FERRITSER", "Ferritin", "Sérum"],
    ["AMMOPL", "Ammonia", "Plasma"],
    ["LCRPROT", "Protein", "LCR"],
    ["RUBIGG", "Rubella virus Ab", "IgG"],
  ])("%s is %s and %s", (label, name, more) => {
    expect(meanings(label)).toEqual(expect.arrayContaining([name, more]));
  });

  it.each(["UREASE", "CANCER", "PROCALCITO", "ZZZZSER", "PL", "GLYCEMIE"])("%s is none", (label) => {
    expect(meanings(label)).toEqual([]);
  });

  it("a rare meaning is not looked for, and a likely one loses a little", () => {
    for (const sense of fused(lexicon, "ferritser"))
      if (sense.kind === "analyte") expect(sense.prior).toBeLessThan(0.9);
  });
});
