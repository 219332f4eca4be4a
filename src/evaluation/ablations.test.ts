import { expect, test } from "vitest";
import { ABLATIONS, ablate } from "./ablations.ts";
import type { GoldCatalogue } from "./examples.ts";

const analysis = {
  code: "GLY",
  label: "Glycémie",
  synonym: "",
  property: "",
  unitCode: "GL",
  unit: "g/L",
  time: "",
  specimenCode: "S",
  specimen: "Sérum",
  scale: "",
  method: "",
  nabm: ["0552"],
  exams: ["E"],
};
const exam = {
  code: "E",
  label: "Bilan",
  synonym: "",
  chapter: "BIO",
  subchapter: "",
  specimen: "Sérum",
  nabm: ["0552"],
  analyses: ["GLY"],
};
const gold: GoldCatalogue = {
  name: "x",
  gold: [],
  catalogue: { analyses: [analysis], exams: [exam], chapters: [{ code: "BIO", label: "Biochimie", subchapters: [] }] },
};
const without = (name: string) =>
  ablate(gold, ABLATIONS.find((ablation) => ablation.name === name) ?? ABLATIONS[0]!).catalogue;

test("the whole is what it was", () => {
  expect(without("tout")).toEqual(gold.catalogue);
});

test("a field is blanked, the others stay", () => {
  expect(without("sans unité").analyses[0]).toEqual({ ...analysis, unit: "", unitCode: "" });
  expect(without("sans milieu").analyses[0]).toEqual({ ...analysis, specimen: "", specimenCode: "" });
  expect(without("sans milieu").exams[0]!.specimen).toBe("");
  expect(without("sans NABM").exams[0]!.nabm).toEqual([]);
});

test("without context, exams keep their analyses but say nothing", () => {
  const { exams, chapters, analyses } = without("sans contexte");
  expect(chapters).toEqual([]);
  expect(exams[0]).toMatchObject({ label: "", chapter: "", analyses: ["GLY"] });
  expect(analyses).toEqual([analysis]);
});
