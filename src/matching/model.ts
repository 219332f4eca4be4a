/** What was learned: weights with names, in reference/model.json, which a person can read. Made by `npm run train`. */
import type { ConfidenceModel } from "./confidence.ts";
import { EXAM_FEATURES, type ExamFeature } from "./exam.ts";
import { FEATURES, type Feature } from "./feature-names.ts";

export type Weights<Name extends string> = { readonly [name in Name]?: number };

/** From which confidence on a proposal may be signed as a lot, and below which no code is proposed. */
export type Thresholds = { readonly auto: number; readonly none: number };

/** `confidence`: is the first candidate right? `abstention`: does the row bear no code at all? From `abstain` on, none is proposed. */
export type AnalysisModel = {
  readonly weights: Weights<Feature>;
  readonly confidence: ConfidenceModel;
  readonly abstention: ConfidenceModel;
  readonly thresholds: { readonly auto: number; readonly abstain: number };
};

export type Model = {
  readonly analysis: AnalysisModel;
  readonly exam: { readonly weights: Weights<ExamFeature>; readonly thresholds: Thresholds };
  readonly chapter: { readonly thresholds: Thresholds };
};

/** `measured.auto`: percent of the `auto` band that was right on catalogues not learned from; `rows`: on how many rows. */
export type MeasuredModel = Model & { readonly measured: { readonly auto: number; readonly rows: number } };

/** Weights in the order of FEATURES; a feature that the model does not know weighs nothing. */
export function analysisWeights(model: Model): Float32Array {
  return Float32Array.from(FEATURES, (name) => model.analysis.weights[name] ?? 0);
}

/** Weights in the order of EXAM_FEATURES. */
export function examWeights(model: Model): Float32Array {
  return Float32Array.from(EXAM_FEATURES, (name) => model.exam.weights[name] ?? 0);
}
