/** Learns to rank analyses, to say how sure the best candidate is, and to leave rows without a code. */
import { codeOf } from "../loinc/release.ts";
import { ABSTENTION_FEATURES, abstentionFeatures } from "../matching/abstention.ts";
import { type Engine, poolOf, ranked, scores } from "../matching/candidates.ts";
import { CONFIDENCE_FEATURES, confidenceFeatures, confidenceOf, isHeldBack } from "../matching/confidence.ts";
import { FEATURES } from "../matching/feature-names.ts";
import { MOST_CANDIDATES } from "../matching/matcher.ts";
import type { AnalysisModel } from "../matching/model.ts";
import { labelRow } from "../matching/rows.ts";
import type { ChanceExample } from "./chance-example.ts";
import type { AnalysisCase } from "./examples.ts";
import { type Fold, foldsOf } from "./folds.ts";
import { named } from "./named.ts";
import type { Prepared } from "./prepare.ts";
import { priorWeights } from "./prior-weights.ts";
import { thresholdFor } from "./threshold.ts";
import { type Example, trainLinear } from "./train-linear.ts";
import { trainTrees } from "./train-trees.ts";

const RANKING = { width: FEATURES.length, epochs: 25, rate: 0.05, decay: 0.004, prior: priorWeights() };
/** Of confidence and abstention. */
const TREES = { trees: 60, leaves: 16, rate: 0.12, least: 30, ridge: 5 };
/** A row that is as likely as this to bear no code gets none: a wrong code costs more than a code to look up. */
const ABSTAIN = 0.4;
/** A form of the lexicon's administrative table teaches abstention as much as this share of a row. */
const FORM_WEIGHT = 0.05;
const SURELY_ADMINISTRATIVE = 0.7;

/** The ranking weights that `prepared` and `extra` teach, in the order of FEATURES. */
export function learnRanking(prepared: readonly Prepared[], extra: readonly Example[]): Float32Array {
  return trainLinear([...prepared.flatMap((gold) => gold.examples), ...extra], RANKING);
}

/** `analysis` is what all catalogues teach; `unseen[g]` what those outside group `g` teach: trees are too sure of rows that they have learned from. */
export type LearnedAnalyses = { readonly analysis: AnalysisModel; readonly unseen: readonly AnalysisModel[] };

/** The models of analyses: `rankers[g]` are weights that had not learned from `groups[g].held`, `weights` what all teach. */
export function learnAnalyses(
  engine: Engine,
  groups: readonly Fold<Prepared>[],
  rankers: readonly Float32Array[],
  weights: Float32Array,
  precision: number,
): LearnedAnalyses {
  const byGroup = groups.map(({ held }, g) =>
    held.flatMap((gold) => gold.cases.map((item) => predict(engine, item, rankers[g]!))),
  );
  // Seen by weights that all catalogues taught: no candidate of theirs is right, whatever the weights.
  const administrative = administrativeForms(engine).map((form): ChanceExample => {
    const { uncoded } = predict(engine, { item: NO_CODE, pool: poolOf(engine, labelRow(form)) }, weights);
    return { ...uncoded, weight: FORM_WEIGHT };
  });
  const learned = (ranker: Float32Array, predictions: readonly Prediction[]) => ({
    weights: named(FEATURES, ranker),
    confidence: trainTrees(CONFIDENCE_FEATURES, predictions, TREES),
    abstention: trainTrees(ABSTENTION_FEATURES, [...predictions.map((p) => p.uncoded), ...administrative], TREES),
  });
  const unseen = foldsOf(byGroup, byGroup.length).map(({ others }, g) => learned(rankers[g]!, others.flat()));
  const sure = byGroup.flatMap((predictions, g) =>
    predictions
      .filter((p) => !isHeldBack(p.features))
      .map((p) => ({ confidence: confidenceOf(unseen[g]!.confidence, p.features), right: p.right })),
  );
  const thresholds = { auto: thresholdFor(sure, precision), abstain: ABSTAIN };
  return {
    analysis: { ...learned(weights, byGroup.flat()), thresholds },
    unseen: unseen.map((model) => ({ ...model, thresholds })),
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

/** Is the best candidate of a row right? And, in `uncoded`, does the row bear no code? */
type Prediction = ChanceExample & { readonly uncoded: ChanceExample };

/** What ranking by `weights` makes of a row. */
function predict(engine: Engine, { item, pool }: AnalysisCase, weights: Float32Array): Prediction {
  const score = scores(pool, weights);
  const order = ranked(pool, score, MOST_CANDIDATES);
  const best = order[0];
  const features = confidenceFeatures(engine.index.release.coded, pool, score, order);
  return {
    features,
    right: best !== undefined && item.accepted.includes(codeOf(engine.index.release, pool.terms[best]!)),
    weight: 1,
    uncoded: { features: abstentionFeatures(pool.reading, features), right: item.loinc === "", weight: 1 },
  };
}
