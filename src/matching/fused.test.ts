import { describe, expect, it } from "vitest";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { formKey } from "../lexicon/tokens.ts";
import { fused } from "./fused.ts";

const lexicon = loadLexicon();
const meanings = (label: string): string[] =>
  fused(lexicon, formKey(label)).map((sense) => {
    if (sense.kind === "specimen") return sense.specimen.name;
    return sense.kind === "analyte" || sense.kind === "modifier" ? sense.component : sense.kind;
  });

describe("words written together", () => {
  it.each([
    ["FERRITSER", "Ferritin", "Sérum"],
    ["AMMOPL", "Ammonia", "Plasma"],
    ["CALCIUMURINAIRE", "Calcium", "Urine"],
    ["LCRPROT", "Protein", "LCR"],
    ["RUBIGG", "Rubella virus Ab", "IgG"],
  ])("%s is %s and %s", (label, name, more) => {
    expect(meanings(label)).toEqual(expect.arrayContaining([name, more]));
  });

  it.each([
    "UREASE",
    "CANCER",
    "PROCALCITO",
    "ZZZZSER",
    "PL",
    "GLYCEMIE",
    "VALID",
    "ACTIF",
    "TROPICAL",
    "FLUORESC",
    "CHLORUR",
    "PARTIAL",
    "VITAMIN",
    "ACTION",
  ])("%s is none", (label) => {
    expect(meanings(label)).toEqual([]);
  });

  it("a likely meaning loses a little, a rare one is not looked for", () => {
    const senses = fused(lexicon, "rubser").filter((sense) => sense.kind === "analyte");
    const whole = lexicon.forms.get("rub")!.filter((sense) => sense.kind === "analyte");
    expect(senses.length).toBeGreaterThan(0);
    expect(senses.length).toBeLessThan(whole.length);
    for (const { component, prior } of senses)
      expect(prior).toBeLessThan(whole.find((sense) => sense.component === component)!.prior);
  });
});
