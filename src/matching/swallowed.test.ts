import { describe, expect, it } from "vitest";
import { aRow } from "../../test/starter-engine.ts";
import { aTerm } from "../../test/term.ts";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { buildEngine } from "./candidates.ts";
import { readRow } from "./read-row.ts";
import { indexReference } from "./reference-index.ts";

const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({ code: "17351-8", component: "Neutrophil cytoplasmic Ab", method: "" }),
  aTerm({ code: "35279-9", component: "Neutrophil cytoplasmic Ab", method: "IF" }),
  aTerm({ code: "50687-3", component: "Plasmodium sp Ag", method: "" }),
  aTerm({ code: "70569-9", component: "Plasmodium sp Ag", method: "IA.rapid" }),
  aTerm({ code: "890-4", component: "Blood group antibody screen", method: "" }),
  aTerm({ code: "80148-0", component: "Tricyclic antidepressants", method: "Screen" }),
  aTerm({ code: "16131-5", component: "Herpes simplex virus 2 DNA", method: "Probe.amp.tar" }),
]);
const engine = buildEngine(loadLexicon(), indexReference(release), new Set());
const techniques = (label: string): string[] => {
  expect(engine.read(label).segments).toHaveLength(1);
  return readRow(engine.binding, engine.read, aRow(label))
    .evidence.filter(({ axis, source }) => axis === "method" && source === "label")
    .flatMap(({ values }) => values);
};

describe("techniques that a form holds", () => {
  it("`ANCA IFI` is said to be by immunofluorescence, `TDR PALU` by a rapid test", () => {
    expect(techniques("ANCA IFI")).toContain("IF");
    expect(techniques("TDR PALU")).toContain("IA.rapid");
  });

  it("a technique by which nothing that is named is measured belongs to the name: `Antibody Screen`", () => {
    expect(techniques("Antibody Screen")).toEqual([]);
  });

  it("a word that may be a kind of analyte says no technique: `HSV-2 PCR`", () => {
    expect(techniques("HSV-2 PCR")).toEqual([]);
  });
});
