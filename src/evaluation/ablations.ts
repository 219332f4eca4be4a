/** The same catalogue with something taken away, to see what it is worth. Nothing in matching knows of this. */
import type { Analysis, Catalogue, Exam } from "../catalogue/types.ts";
import type { Feature } from "../matching/feature-names.ts";
import type { Weights } from "../matching/logistic.ts";
import type { GoldCatalogue } from "./examples.ts";

export type Ablation = {
  readonly name: string;
  /** What a row or its surroundings lose; everything stays when not given. */
  readonly analysis?: (analysis: Analysis) => Analysis;
  readonly exam?: (exam: Exam) => Exam;
  /** Chapters lose their labels. */
  readonly chapters?: false;
  /** The words of the reference only: no table of the lexicon is read. */
  readonly lexicon?: false;
  /** Takes the place of what was learned for ranking. */
  readonly weights?: Weights<Feature>;
};

/** Weights that anybody would write down: everything that speaks for a term counts the same, nothing speaks against it. */
const PLAIN_WEIGHTS: Weights<Feature> = {
  "words.row": 1,
  "words.component": 1,
  "property.unit": 1,
  "system.field": 1,
  "usage.rank": 1,
};

/** All that is taken away in turn, after the whole. */
export const ABLATIONS: readonly Ablation[] = [
  { name: "tout" },
  { name: "sans unité", analysis: (analysis) => ({ ...analysis, unit: "", unitCode: "", property: "" }) },
  {
    name: "sans milieu",
    analysis: (analysis) => ({ ...analysis, specimen: "", specimenCode: "" }),
    exam: (exam) => ({ ...exam, specimen: "" }),
  },
  { name: "sans contexte", exam: (exam) => ({ ...exam, label: "", synonym: "", specimen: "" }), chapters: false },
  {
    name: "sans NABM",
    analysis: (analysis) => ({ ...analysis, nabm: [] }),
    exam: (exam) => ({ ...exam, nabm: [] }),
  },
  { name: "sans lexique", lexicon: false },
  { name: "sans poids appris", weights: PLAIN_WEIGHTS },
];

/** `gold` with what `ablation` takes away from its catalogue. */
export function ablate(gold: GoldCatalogue, ablation: Ablation): GoldCatalogue {
  const { analyses, exams, chapters } = gold.catalogue;
  const nameless = ablation.chapters === false;
  const catalogue: Catalogue = {
    analyses: ablation.analysis ? analyses.map(ablation.analysis) : analyses,
    exams: exams.map((exam) => {
      const left = ablation.exam ? ablation.exam(exam) : exam;
      return nameless ? { ...left, chapter: "", subchapter: "" } : left;
    }),
    chapters: nameless ? [] : chapters,
  };
  return { ...gold, catalogue };
}
