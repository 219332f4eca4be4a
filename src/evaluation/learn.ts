/** Learns the model from gold catalogues. What is fitted on predictions (confidence, bands) only sees catalogues that ranking had not learned from. */

import type { Grounds } from "../matching/matcher.ts";
import type { Model } from "../matching/model.ts";
import { foldsOf } from "./folds.ts";
import { learnAnalyses, learnRanking } from "./learn-analyses.ts";
import { learnChapters } from "./learn-chapters.ts";
import { learnExamChoice, learnExams } from "./learn-exams.ts";
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

/** Ranking is learned without each of at most this many folds of catalogues in turn. */
const FOLDS = 4;
/** Confidence is learned without each of this many groups, the folds cut in two: it gains more from another catalogue than ranking does, and takes less time. */
const GROUPS = 2 * FOLDS;

/** The model that `golds` teach. Deterministic: fixed order, no chance. */
export function learnModel(grounds: Grounds, golds: readonly Prepared[], options: LearnOptions): Model {
  const { precision, extra = [] } = options;
  const folds = foldsOf(golds, FOLDS).map(({ others }) => {
    const ranker = learnRanking(others, extra);
    return { ranker, choice: learnExamChoice(grounds, others, ranker) };
  });
  // Dealt in turn, the catalogues of group g are among those of fold g modulo the number of folds.
  const groups = foldsOf(golds, GROUPS).map((group, g) => ({ ...group, ...folds[g % folds.length]! }));
  const whole = learnRanking(golds, extra);
  const { analysis, unseen } = learnAnalyses(
    grounds.engine,
    groups,
    groups.map(({ ranker }) => ranker),
    whole,
    precision,
  );
  const held = groups.flatMap(({ held, choice }, g) => {
    const matcher = { ...grounds, model: { analysis: unseen[g]!, ...UNFITTED } };
    return held.map((gold) => ({ gold: rankedGold(matcher, gold), choice }));
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
