/** Leave catalogues out: learn from the others, measure on them. */
import { matchCatalogue } from "../matching/match-catalogue.ts";
import type { Grounds, Matcher } from "../matching/matcher.ts";
import type { Level } from "../matching/row.ts";
import type { GoldCatalogue } from "./examples.ts";
import type { Fold } from "./folds.ts";
import { type LearnOptions, learnModel } from "./learn.ts";
import { type Metrics, measure } from "./metrics.ts";
import type { Prepared } from "./prepare.ts";

export type HeldOut = { readonly name: string; readonly levels: { readonly [level in Level]?: Metrics } };

const LEVELS: readonly Level[] = ["analysis", "exam", "chapter", "subchapter"];

/** The measures of the catalogues that `held` holds out, under the model that the others teach. */
export function crossValidate(grounds: Grounds, { held, others }: Fold<Prepared>, options: LearnOptions): HeldOut[] {
  const matcher = { ...grounds, model: learnModel(grounds, others, options) };
  return held.map((gold) => ({ name: gold.name, levels: measureLevels(matcher, gold) }));
}

/** The measures of each level that the gold holds. */
export function measureLevels(matcher: Matcher, gold: GoldCatalogue): HeldOut["levels"] {
  const proposals = matchCatalogue(matcher, gold.catalogue);
  const levels = LEVELS.filter((level) => gold.gold.some((item) => item.level === level));
  return Object.fromEntries(
    levels.map((level) => [
      level,
      measure(
        gold.gold.filter((item) => item.level === level),
        proposals,
        matcher.engine.index.release,
      ),
    ]),
  );
}
