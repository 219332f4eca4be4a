/** What was learned: weights and trees with names, in reference/model.json, which a person can read. Made by `npm run train`. */
import type { AbstentionModel } from "./abstention.ts";
import type { ChapterConfidenceFeature } from "./chapter-confidence.ts";
import type { ConfidenceModel } from "./confidence.ts";
import type { ExamConfidenceFeature } from "./exam-confidence.ts";
import { EXAM_FEATURES, type ExamFeature } from "./exam-features.ts";
import { FEATURES, type Feature } from "./feature-names.ts";
import type { Logistic, Weights } from "./logistic.ts";
import type { Level } from "./row.ts";

/** `auto`: from which confidence on a proposal may be signed as a lot; `abstain`: from which chance of bearing no code on none is proposed. */
export type Thresholds = { readonly auto: number; readonly abstain: number };

/** `confidence`: is the first candidate right? `abstention`: does the row bear no code at all? */
export type AnalysisModel = {
  readonly weights: Weights<Feature>;
  readonly confidence: ConfidenceModel;
  readonly abstention: AbstentionModel;
  readonly thresholds: Thresholds;
};

export type ExamModel = {
  readonly weights: Weights<ExamFeature>;
  readonly confidence: Logistic<ExamConfidenceFeature>;
  readonly abstention: Logistic<ExamConfidenceFeature>;
  readonly thresholds: Thresholds;
};

/** Of chapters and sub-chapters; those that are administrative by name and contents get no code. */
export type ChapterModel = {
  readonly confidence: Logistic<ChapterConfidenceFeature>;
  /** From this confidence on, chapters, and sub-chapters, are signed in a lot. */
  readonly auto: { readonly chapter: number; readonly subchapter: number };
};

export type Model = { readonly analysis: AnalysisModel; readonly exam: ExamModel; readonly chapter: ChapterModel };

/** Percent of the `auto` band that was right on catalogues that nothing had learned from, and how many rows that band held. */
export type MeasuredLot = { readonly percent: number; readonly rows: number };

/** `auto` and `rows` are the percent right of the `auto` band of analyses and the number of analyses it was measured on; `lots` says it by level. */
export type MeasuredModel = Model & {
  readonly measured: {
    readonly auto: number;
    readonly rows: number;
    readonly lots: { readonly [level in Level]?: MeasuredLot };
  };
};

/** Weights in the order of FEATURES; a feature that the model does not know weighs nothing. */
export function analysisWeights(model: Model): Float32Array {
  return Float32Array.from(FEATURES, (name) => model.analysis.weights[name] ?? 0);
}

const weightsOfExams = new WeakMap<ExamModel["weights"], Float32Array>();

/** Weights in the order of EXAM_FEATURES, put in order once. */
export function examWeights({ exam }: Model): Float32Array {
  let weights = weightsOfExams.get(exam.weights);
  if (weights === undefined) {
    weights = Float32Array.from(EXAM_FEATURES, (name) => exam.weights[name] ?? 0);
    weightsOfExams.set(exam.weights, weights);
  }
  return weights;
}
