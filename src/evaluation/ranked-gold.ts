import type { Matcher } from "../matching/matcher.ts";
import { type RankedAnalysis, rankAnalyses } from "../matching/rank-analysis.ts";
import { type Surroundings, surroundingsOf } from "../matching/rows.ts";
import type { GoldCatalogue } from "./examples.ts";

/** A gold catalogue with its analyses as a model ranks them. */
export type RankedGold = {
  readonly gold: GoldCatalogue;
  readonly around: Surroundings;
  readonly found: ReadonlyMap<string, RankedAnalysis>;
};

/** `gold` with its analyses ranked by `matcher`. */
export function rankedGold(matcher: Matcher, gold: GoldCatalogue): RankedGold {
  const around = surroundingsOf(gold.catalogue);
  return { gold, around, found: rankAnalyses(matcher, around, gold.catalogue) };
}
