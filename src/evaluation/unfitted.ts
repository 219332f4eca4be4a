import type { Model } from "../matching/model.ts";

/** What stands for exams and chapters while analyses are being learned: knows nothing, signs nothing. */
export const UNFITTED: Pick<Model, "exam" | "chapter"> = {
  exam: {
    weights: {},
    confidence: { weights: {} },
    abstention: { weights: {} },
    thresholds: { auto: 1, abstain: 1 },
  },
  chapter: { confidence: { weights: {} }, auto: { chapter: 1, subchapter: 1 } },
};
