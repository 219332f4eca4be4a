/** Learns the model from gold catalogues. What is fitted on predictions (confidence, bands) only sees catalogues that ranking had not learned from. */

import { FEATURES } from "../matching/feature-names.ts";
import type { Grounds } from "../matching/matcher.ts";
import type { Model } from "../matching/model.ts";
import { foldsOf } from "./folds.ts";
import { learnAnalyses, learnRanking } from "./learn-analyses.ts";
import { learnChapters } from "./learn-chapters.ts";
import { learnExamChoice, learnExams } from "./learn-exams.ts";
import { named } from "./named.ts";
import type { Prepared } from "./prepare.ts";
import { rankedGold } from "./ranked-gold.ts";
import type { Example } from "./train-linear.ts";
import { UNFITTED } from "./unfitted.ts";

export type LearnOptions = {
  /** Precision that the "sign as a lot" band must have had on catalogues not learned from, 0 to 1. */
  readonly precision: number;
  /** More rows to learn ranking from, such as another country's mappings, with their weights. */
  readonly extra?: readonly Example[];
};

/** Catalogues are held out in this many groups at most. */
const FOLDS = 4;

/** The model that `golds` teach. Deterministic: fixed order, no chance. */
export function learnModel(grounds: Grounds, golds: readonly Prepared[], options: LearnOptions): Model {
  const { precision, extra = [] } = options;
  const folds = foldsOf(golds, FOLDS);
  const rankers = folds.map(({ others }) => learnRanking(others, extra));
  const whole = learnRanking(golds, extra);
  const analysis = learnAnalyses(grounds.engine, folds, rankers, whole, precision);
  const held = folds.flatMap((fold, f) => {
    const unseen = { ...analysis, weights: named(FEATURES, rankers[f]!) };
    const choice = learnExamChoice(grounds, fold.others, rankers[f]!);
    const matcher = { ...grounds, model: { analysis: unseen, ...UNFITTED } };
    return fold.held.map((gold) => ({ gold: rankedGold(matcher, gold), choice }));
  });
  const chapter = learnChapters(
    grounds,
    held.map(({ gold }) => gold),
    precision,
  );
  const choice = learnExamChoice(grounds, golds, whole);
  const exam = learnExams({ ...grounds, model: { ...UNFITTED, analysis } }, choice, held, precision);
  return { analysis, exam, chapter };
}
