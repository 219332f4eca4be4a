/** Learns the model from gold catalogues. What is fitted on predictions (confidence, bands) only sees catalogues that ranking had not learned from. */
import { codeOf } from "../loinc/release.ts";
import { type Engine, poolOf, ranked, scores } from "../matching/candidates.ts";
import { CONFIDENCE_FEATURES, type ConfidenceModel, confidenceFeatures, confidenceOf } from "../matching/confidence.ts";
import { EXAM_FEATURES, type PanelIndex } from "../matching/exam.ts";
import { FEATURES } from "../matching/feature-names.ts";
import type { Model } from "../matching/model.ts";
import { labelRow } from "../matching/rows.ts";
import { examExamples } from "./exam-examples.ts";
import { type AnalysisCase, analysisCases, type GoldCatalogue, rankingExample } from "./examples.ts";
import { priorWeights } from "./prior-weights.ts";
import { trainLinear } from "./train-linear.ts";
import { type LogisticExample, trainLogistic } from "./train-logistic.ts";

export type LearnOptions = {
  /** Precision that the "sign as a lot" band must have had on catalogues not learned from, 0 to 1. */
  readonly precision: number;
  /** More rows to learn ranking from, such as another country's mappings; each weighs `extraWeight`. */
  readonly extra?: readonly AnalysisCase[];
  readonly extraWeight?: number;
};

const RANKING = { width: FEATURES.length, epochs: 40, rate: 0.05, decay: 0.004, prior: priorWeights() };
const EXAMS = { width: EXAM_FEATURES.length, epochs: 150, rate: 0.05, decay: 0.002 };
const RIDGE = 1;
/** A row that is as likely as this to bear no code gets none: a wrong code costs more than a code to look up. */
const ABSTAIN = 0.4;
/** A form of the lexicon's administrative table teaches abstention as much as this share of a row. */
const FORM_WEIGHT = 0.05;
const SURELY_ADMINISTRATIVE = 0.7;

/** What ranking weights say of a row that they had not learned from. */
type Prediction = {
  readonly features: Float32Array;
  readonly right: boolean;
  readonly codable: boolean;
  readonly certain: boolean;
};

/** The model that `catalogues` teach. Deterministic: fixed order, no chance. */
export function learnModel(
  engine: Engine,
  panels: PanelIndex,
  catalogues: readonly GoldCatalogue[],
  options: LearnOptions,
): Model {
  const cases = new Map(catalogues.map((gold) => [gold.name, analysisCases(engine, gold)]));
  const extra = (options.extra ?? [])
    .map((item) => rankingExample(engine, item))
    .filter((example) => example !== undefined);
  const light = extra.map((example) => ({ ...example, weight: example.weight * (options.extraWeight ?? 0.1) }));
  const rankerOf = (names: readonly string[]): Float32Array => {
    const examples = names.flatMap((name) => cases.get(name)!).map((item) => rankingExample(engine, item));
    return trainLinear([...examples.filter((example) => example !== undefined), ...light], RANKING);
  };
  const all = [...cases.keys()];
  const predictions = all.flatMap((held) => {
    const others = all.filter((name) => name !== held);
    const weights = rankerOf(others.length > 0 ? others : all);
    return cases.get(held)!.map((item) => predict(engine, item, weights));
  });
  const weights = rankerOf(all);
  const confidence = logistic(predictions.map((p) => ({ features: p.features, right: p.right, weight: 1 })));
  const administrative = administrativeForms(engine).map((form): LogisticExample => {
    const { features } = predict(engine, { item: NO_CODE, pool: poolOf(engine, labelRow(form)) }, weights);
    return { features, right: true, weight: FORM_WEIGHT };
  });
  const abstention = logistic([
    ...predictions.map((p) => ({ features: p.features, right: !p.codable, weight: 1 })),
    ...administrative,
  ]);
  // Rows on which two coders do not agree cannot tell whether a proposal was right.
  const sure = predictions
    .filter((p) => p.certain)
    .map((p) => ({ confidence: confidenceOf(confidence, p.features), right: p.right }));
  const exam = trainLinear(
    catalogues.flatMap((gold) => examExamples(engine, panels, gold)),
    EXAMS,
  );
  return {
    analysis: {
      weights: named(FEATURES, weights),
      confidence,
      abstention,
      thresholds: { auto: thresholdFor(sure, options.precision), abstain: ABSTAIN },
    },
    exam: { weights: named(EXAM_FEATURES, exam), thresholds: { auto: 0.9, none: 0.2 } },
    chapter: { thresholds: { auto: 0.8, none: 0.05 } },
  };
}

const NO_CODE: AnalysisCase["item"] = { level: "analysis", code: "", loinc: "", accepted: [], certainty: "sure" };

/** The forms that the lexicon calls administrative and nothing else. */
function administrativeForms(engine: Engine): string[] {
  return [...engine.binding.lexicon.forms]
    .filter(([, senses]) =>
      senses.every((sense) => sense.kind === "administrative" && sense.strength >= SURELY_ADMINISTRATIVE),
    )
    .map(([key]) => key);
}

function predict(engine: Engine, { item, pool }: AnalysisCase, weights: Float32Array): Prediction {
  const score = scores(pool, weights);
  const order = ranked(pool, score);
  const best = order[0];
  return {
    features: confidenceFeatures(pool, score, order),
    right: best !== undefined && item.accepted.includes(codeOf(engine.index.release, pool.terms[best]!)),
    codable: item.loinc !== "",
    certain: item.certainty !== "unsure",
  };
}

function logistic(examples: readonly LogisticExample[]): ConfidenceModel {
  return { weights: named(CONFIDENCE_FEATURES, trainLogistic(examples, CONFIDENCE_FEATURES.length, RIDGE)) };
}

/** The lowest confidence from which on predictions were right at least as often as `precision`, rounded up; 1 when there is none. */
export function thresholdFor(
  predictions: readonly { confidence: number; right: boolean }[],
  precision: number,
): number {
  const sorted = [...predictions].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  sorted.forEach((prediction, i) => {
    if (prediction.right) right++;
    const last = sorted[i + 1]?.confidence !== prediction.confidence;
    if (last && right / (i + 1) >= precision) threshold = prediction.confidence;
  });
  return Math.ceil(threshold * 1000) / 1000;
}

function named<Name extends string>(names: readonly Name[], weights: ArrayLike<number>): { [name in Name]: number } {
  return Object.fromEntries(names.map((name, i) => [name, Math.round(weights[i]! * 1000) / 1000])) as {
    [name in Name]: number;
  };
}
