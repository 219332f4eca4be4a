/** The whole catalogue: every analysis, exam, chapter and sub-chapter gets a proposal. Pure: the same input gives the same proposals. */
import type { Catalogue } from "../catalogue/types.ts";
import type { Matcher } from "./matcher.ts";
import type { Proposal } from "./proposal.ts";
import { proposeSection, weighSections } from "./propose-chapter.ts";
import { proposeExam } from "./propose-exam.ts";
import { rankAnalyses } from "./rank-analysis.ts";
import { surroundingsOf } from "./rows.ts";

export type { Grounds, Matcher } from "./matcher.ts";

/** Told after each item; `done` of `total`. */
export type Progress = (done: number, total: number) => void;

/** The proposals for `catalogue`: chapters, their sub-chapters, exams, analyses, each in file order. */
export function matchCatalogue(matcher: Matcher, catalogue: Catalogue, progress?: Progress): Proposal[] {
  const around = surroundingsOf(catalogue);
  const total = catalogue.analyses.length + catalogue.exams.length + catalogue.chapters.length;
  let done = 0;
  const tick = (): void => progress?.(++done, total);
  const found = rankAnalyses(matcher, around, catalogue, tick);
  const exams = catalogue.exams.map((exam) => {
    tick();
    return proposeExam(matcher, around, exam, found);
  });
  const chapters = catalogue.chapters.flatMap((chapter) => {
    tick();
    return weighSections(matcher, catalogue, chapter, found).map((section) => proposeSection(matcher, section));
  });
  const analyses = catalogue.analyses.map((analysis) => found.get(analysis.code)!.proposal);
  return [...chapters, ...exams, ...analyses];
}
