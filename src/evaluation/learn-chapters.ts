/** Learns how sure the codes of chapters and sub-chapters are. Which code they get is not learned. */
import { codeOf } from "../loinc/release.ts";
import { CHAPTER_CONFIDENCE_FEATURES, chapterConfidenceFeatures } from "../matching/chapter-confidence.ts";
import { chance } from "../matching/logistic.ts";
import type { Grounds } from "../matching/matcher.ts";
import type { ChapterModel } from "../matching/model.ts";
import { isUnread, weighSections } from "../matching/propose-chapter.ts";
import type { ChanceExample } from "./chance-example.ts";
import { logistic } from "./logistic.ts";
import type { RankedGold } from "./ranked-gold.ts";
import { thresholdFor } from "./threshold.ts";

/** The model of chapters that catalogues teach, ranked by weights that had not learned from them. */
export function learnChapters(grounds: Grounds, held: readonly RankedGold[], precision: number): ChapterModel {
  const predictions = held.flatMap((gold) => predictSections(grounds, gold));
  const confidence = logistic(CHAPTER_CONFIDENCE_FEATURES, predictions);
  const sure = predictions
    .filter(({ unread }) => !unread)
    .map((p) => ({ ...p, confidence: chance(confidence, CHAPTER_CONFIDENCE_FEATURES, p.features) }));
  // chapters, which are nearly always right, are not to make up for sub-chapters
  const autoOf = (level: Prediction["level"]): number =>
    thresholdFor(
      sure.filter((p) => p.level === level),
      precision,
    );
  return { confidence, auto: { chapter: autoOf("chapter"), subchapter: autoOf("subchapter") } };
}

/** What was predicted of a section; `unread` of one that no lot holds. */
type Prediction = ChanceExample & { readonly level: "chapter" | "subchapter"; readonly unread: boolean };

function predictSections(grounds: Grounds, { gold, found }: RankedGold): Prediction[] {
  const { release } = grounds.engine.index;
  const wanted = new Map(gold.gold.map((item) => [`${item.level}\t${item.code}`, item]));
  return gold.catalogue.chapters
    .flatMap((chapter) => weighSections(grounds, gold.catalogue, chapter, found))
    .flatMap(({ level, code, options }) => {
      const item = wanted.get(`${level}\t${code}`);
      if (item === undefined || options.length === 0) return [];
      const right = item.accepted.includes(codeOf(release, options[0]!.term));
      const features = chapterConfidenceFeatures(options, level);
      return [{ features, right, weight: 1, level, unread: isUnread(release, options) }];
    });
}
