/** Learns the model from gold catalogues. What is fitted on predictions (confidence, bands) only sees catalogues that ranking had not learned from. */
import { codeOf, indexOfCode } from "../loinc/release.ts";
import { type Engine, scores } from "../matching/candidates.ts";
import { CONFIDENCE_FEATURES, confidenceFeatures, confidenceOf } from "../matching/confidence.ts";
import { EXAM_FEATURES, type ExamPool, examPool, type Member, type PanelIndex } from "../matching/exam.ts";
import { FEATURES } from "../matching/features.ts";
import type { Model } from "../matching/model.ts";
import { examRow, surroundingsOf } from "../matching/rows.ts";
import { type AnalysisCase, analysisCases, type GoldCatalogue, gainOf, rankingExample } from "./examples.ts";
import { trainLinear } from "./train-linear.ts";
import { type LogisticExample, trainLogistic } from "./train-logistic.ts";

export type LearnOptions = {
  /** Precision that the "sign as a lot" band must have had on catalogues not learned from, 0 to 1. */
  readonly precision: number;
  readonly extra?: readonly AnalysisCase[];
};

const RANKING = { width: FEATURES.length, epochs: 60, rate: 0.05, decay: 0.0006 };
const EXAMS = { width: EXAM_FEATURES.length, epochs: 150, rate: 0.05, decay: 0.002 };

/** An analysis of a catalogue that the ranking weights had not learned from. */
type Prediction = {
  readonly catalogue: string;
  readonly features: Float32Array;
  readonly best: number;
  readonly right: boolean;
  readonly codable: boolean;
};

/** The model that `catalogues` teach. Deterministic: fixed order, no chance. */
export function learnModel(
  engine: Engine,
  panels: PanelIndex,
  catalogues: readonly GoldCatalogue[],
  options: LearnOptions,
): Model {
  const cases = new Map(catalogues.map((gold) => [gold.name, analysisCases(engine, gold)]));
  const rankerOf = (names: readonly string[]): Float32Array => {
    const examples = names
      .flatMap((name) => cases.get(name)!)
      .concat(options.extra ?? [])
      .map((item) => rankingExample(engine, item))
      .filter((example) => example !== undefined);
    return trainLinear(examples, RANKING);
  };
  const all = catalogues.map((gold) => gold.name);
  const predictions: Prediction[] = [];
  const members = new Map<string, Map<string, Member>>();
  for (const held of all) {
    const others = all.filter((name) => name !== held);
    const weights = rankerOf(others.length > 0 ? others : all);
    const found = new Map<string, Member>();
    for (const item of cases.get(held)!) {
      const prediction = predict(engine, held, item, weights);
      predictions.push(prediction);
      found.set(item.item.code, {
        code: item.item.code,
        label: item.pool.reading.row.label,
        term: prediction.best,
        confidence: 0.9,
      });
    }
    members.set(held, found);
  }
  const weights = rankerOf(all);
  const confidence = {
    weights: named(
      CONFIDENCE_FEATURES,
      trainLogistic(
        predictions.map((p): LogisticExample => ({ features: p.features, right: p.right, weight: 1 })),
        CONFIDENCE_FEATURES.length,
        1,
      ),
    ),
  };
  const abstention = {
    weights: named(
      CONFIDENCE_FEATURES,
      trainLogistic(
        predictions.map((p): LogisticExample => ({ features: p.features, right: !p.codable, weight: 1 })),
        CONFIDENCE_FEATURES.length,
        1,
      ),
    ),
  };
  const sure = predictions.map((p) => ({ confidence: confidenceOf(confidence, p.features), right: p.right }));
  const auto = thresholdFor(sure, options.precision);

  const examples = catalogues.flatMap((gold) => {
    const around = surroundingsOf(gold.catalogue);
    const items = new Map(gold.gold.filter((item) => item.level === "exam").map((item) => [item.code, item]));
    return gold.catalogue.exams.flatMap((exam) => {
      const item = items.get(exam.code);
      if (item === undefined) return [];
      const known = exam.analyses.map((code): Member => memberFor(engine, gold, members.get(gold.name)!, code));
      const pool = examPool(engine, panels, examRow(around, exam), known);
      return [{ item, pool, catalogue: gold.name }];
    });
  });
  const examExample = ({ item, pool }: { item: (typeof examples)[number]["item"]; pool: ExamPool }) => {
    const gains = Float32Array.from(pool.options, (option) =>
      option.term < 0 ? (item.loinc === "" ? 1 : 0) : gainOf(item, codeOf(engine.index.release, option.term)),
    );
    return gains.some((gain) => gain > 0) ? [{ features: pool.features, gains, weight: 1 }] : [];
  };
  const exam = trainLinear(examples.flatMap(examExample), EXAMS);
  return {
    analysis: { weights: named(FEATURES, weights), confidence, abstention, thresholds: { auto, abstain: 0.5 } },
    exam: { weights: named(EXAM_FEATURES, exam), thresholds: { auto: 0.9, none: 0.2 }, temper: 1 },
    chapter: { thresholds: { auto: 0.8, none: 0.05 } },
  };
}

/** The analysis as an exam's member: what ranking found, unless the gold says that it bears no code. */
function memberFor(engine: Engine, gold: GoldCatalogue, found: ReadonlyMap<string, Member>, code: string): Member {
  const item = gold.gold.find((candidate) => candidate.level === "analysis" && candidate.code === code);
  const member = found.get(code);
  if (member === undefined || item === undefined || item.loinc === "")
    return { code, label: "", term: -1, confidence: 0 };
  // Learn from right members: errors of ranking are not the exam's.
  const term = indexOfCode(engine.index.release, item.loinc);
  return { ...member, term: term < 0 ? member.term : term };
}

function predict(engine: Engine, catalogue: string, { item, pool }: AnalysisCase, weights: Float32Array): Prediction {
  const score = scores(pool, weights);
  const order = [...score.keys()].sort((a, b) => score[b]! - score[a]! || pool.terms[a]! - pool.terms[b]!);
  const best = order[0] === undefined ? -1 : pool.terms[order[0]]!;
  return {
    catalogue,
    features: confidenceFeatures(pool, score, order),
    best,
    right: best >= 0 && item.accepted.includes(codeOf(engine.index.release, best)),
    codable: item.loinc !== "",
  };
}

/** The lowest confidence above which predictions were right at least as often as `precision`; 1 when there is none. */
export function thresholdFor(
  predictions: readonly { confidence: number; right: boolean }[],
  precision: number,
): number {
  const sorted = [...predictions].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  sorted.forEach((prediction, i) => {
    if (prediction.right) right++;
    if (right / (i + 1) >= precision) threshold = prediction.confidence;
  });
  return Math.round(threshold * 1000) / 1000;
}

function named<Name extends string>(names: readonly Name[], weights: ArrayLike<number>): { [name in Name]: number } {
  return Object.fromEntries(names.map((name, i) => [name, Math.round(weights[i]! * 1000) / 1000])) as {
    [name in Name]: number;
  };
}
