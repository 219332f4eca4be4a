import { describe, expect, it } from "vitest";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { suffixed } from "./suffix.ts";

const lexicon = loadLexicon();

describe("words made with a suffix", () => {
  it.each([
    ["aldolasemie", "Aldolase", "Ser/Plas"],
    ["oxalaturie", "Oxalate", "Urine"],
    ["lactatorachie", "Lactate", "CSF"],
  ])("%s is %s in %s", (word, component, system) => {
    const senses = suffixed(lexicon, word).filter((sense) => sense.kind === "analyte");
    expect(senses.map((sense) => sense.component)).toContain(component);
    for (const sense of senses) expect(sense.hints?.system).toContain(system);
  });

  it("are measured, also when cut off: regression for PARACETAMOLEMI, looked for", () => {
    for (const word of ["paracetamolemi", "paracetamolemie"]) {
      const senses = suffixed(lexicon, word).filter((sense) => sense.kind === "analyte");
      expect(senses.map((sense) => sense.component)).toContain("Acetaminophen");
      for (const sense of senses) expect(sense.hints?.scale).toEqual(["Qn"]);
    }
  });

  it.each(["anemie", "zzzzemie", "sodium"])("%s is none", (word) => {
    expect(suffixed(lexicon, word)).toEqual([]);
  });
});
