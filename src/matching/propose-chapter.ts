/** The proposals of a chapter and its sub-chapters: the section that name and contents tell. */
import type { Catalogue, Chapter, Exam } from "../catalogue/types.ts";
import { codeOf, type Release } from "../loinc/release.ts";
import { type ChapterOption, type Contents, chapterOptions, subchapterOptions } from "./chapter.ts";
import { CHAPTER_CONFIDENCE_FEATURES, chapterConfidenceFeatures } from "./chapter-confidence.ts";
import { chance } from "./logistic.ts";
import { type Matcher, MOST_CANDIDATES, rounded } from "./matcher.ts";
import { plainCandidate } from "./plain-candidate.ts";
import type { Proposal } from "./proposal.ts";
import type { RankedAnalysis } from "./rank-analysis.ts";
import { GENERAL_SECTION } from "./read-row.ts";

/** A chapter or one of its sub-chapters, with what it may be, best first. */
export type WeighedSection = {
  readonly level: "chapter" | "subchapter";
  readonly code: string;
  readonly label: string;
  readonly parent?: string;
  readonly options: readonly ChapterOption[];
};

/** `chapter` and its sub-chapters, their analyses being coded as in `found`. */
export function weighSections(
  grounds: Pick<Matcher, "engine" | "panels">,
  catalogue: Catalogue,
  chapter: Chapter,
  found: ReadonlyMap<string, RankedAnalysis>,
): WeighedSection[] {
  const key = chapter.code || chapter.label;
  const contents = contentsOf(catalogue, found, (exam) => exam.chapter === key);
  const options = chapterOptions(grounds.engine, chapter.label, contents);
  const top = options[0]?.term ?? -1;
  return [
    { level: "chapter", code: key, label: chapter.label, options },
    ...chapter.subchapters.map((sub): WeighedSection => {
      const code = sub.code || sub.label;
      const inside = contentsOf(catalogue, found, (exam) => exam.chapter === key && exam.subchapter === code);
      const own = subchapterOptions(grounds, sub.label, inside, top);
      return { level: "subchapter", code, label: sub.label, parent: key, options: own };
    }),
  ];
}

/** True when the best of `options` is no answer to sign unread: none at all, or the section that holds everything. */
export function isUnread(release: Release, options: readonly ChapterOption[]): boolean {
  return options.length === 0 || codeOf(release, options[0]!.term) === GENERAL_SECTION;
}

/** The proposal for `section`; the band is `none` when nothing tells what it is, or it holds administrative rows only. */
export function proposeSection(matcher: Matcher, section: WeighedSection): Proposal {
  const { level, code, label, parent, options } = section;
  const { confidence: model, auto } = matcher.model.chapter;
  const { release } = matcher.engine.index;
  const confidence =
    options.length === 0 ? 0 : chance(model, CHAPTER_CONFIDENCE_FEATURES, chapterConfidenceFeatures(options, level));
  const rest = options.slice(1).reduce((sum, option) => sum + option.share, 0);
  return {
    level,
    code,
    label,
    ...(parent === undefined ? {} : { parent }),
    band: options.length === 0 ? "none" : confidence >= auto[level] && !isUnread(release, options) ? "auto" : "review",
    confidence: rounded(confidence),
    candidates: options.slice(0, MOST_CANDIDATES).map((option, rank) => {
      const sure = rank === 0 ? confidence : (Math.min(confidence, 1 - confidence) * option.share) / rest;
      return plainCandidate(matcher, option.term, sure, option.reason, label);
    }),
    question: "",
  };
}

function contentsOf(
  catalogue: Catalogue,
  found: ReadonlyMap<string, RankedAnalysis>,
  holds: (exam: Exam) => boolean,
): Contents {
  const codes = new Set(catalogue.exams.filter(holds).flatMap((exam) => exam.analyses));
  const ranked = [...codes].map((code) => found.get(code)).filter((item) => item !== undefined);
  const coded = ranked.filter((item) => item.band !== "none");
  return { terms: coded.map((item) => item.best), uncoded: ranked.length - coded.length };
}
