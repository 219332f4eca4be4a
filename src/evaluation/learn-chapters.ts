/** Learns how sure the codes of chapters and sub-chapters are. Which code they get is not learned. */
import { codeOf } from "../loinc/release.ts";
import { CHAPTER_CONFIDENCE_FEATURES, chapterConfidenceFeatures } from "../matching/chapter-confidence.ts";
import { chance } from "../matching/logistic.ts";
import type { Grounds } from "../matching/matcher.ts";
import type { ChapterModel } from "../matching/model.ts";
import { weighSections } from "../matching/propose-chapter.ts";
import { logistic } from "./logistic.ts";
import type { RankedGold } from "./ranked-gold.ts";
import { thresholdFor } from "./threshold.ts";
import type { LogisticExample } from "./train-logistic.ts";

/** The model of chapters that catalogues teach, ranked by weights that had not learned from them. */
export function learnChapters(grounds: Grounds, held: readonly RankedGold[], precision: number): ChapterModel {
  const predictions = held.flatMap((gold) => predictSections(grounds, gold));
  const confidence = logistic(CHAPTER_CONFIDENCE_FEATURES, predictions);
  const sure = predictions.map((p) => ({
    confidence: chance(confidence, CHAPTER_CONFIDENCE_FEATURES, p.features),
    right: p.right,
  }));
  return { confidence, auto: thresholdFor(sure, precision) };
}

function predictSections(grounds: Grounds, { gold, found }: RankedGold): LogisticExample[] {
  const wanted = new Map(gold.gold.map((item) => [`${item.level}\t${item.code}`, item]));
  return gold.catalogue.chapters
    .flatMap((chapter) => weighSections(grounds, gold.catalogue, chapter, found))
    .flatMap(({ level, code, options }) => {
      const item = wanted.get(`${level}\t${code}`);
      if (item === undefined || options.length === 0) return [];
      const best = codeOf(grounds.engine.index.release, options[0]!.term);
      return [{ features: chapterConfidenceFeatures(options, level), right: item.accepted.includes(best), weight: 1 }];
    });
}
