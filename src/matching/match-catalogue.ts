/** The whole catalogue: every analysis, exam, chapter and sub-chapter gets a proposal. Pure: the same input gives the same proposals. */
import type { Catalogue } from "../catalogue/types.ts";
import type { Matcher } from "./matcher.ts";
import { memoryRows } from "./memory-rows.ts";
import { plainCandidate } from "./plain-candidate.ts";
import type { Proposal } from "./proposal.ts";
import { proposeSection, weighSections } from "./propose-chapter.ts";
import { proposeExam } from "./propose-exam.ts";
import { type RankedAnalysis, rankAnalyses } from "./rank-analysis.ts";
import { remember } from "./remember.ts";
import { type Surroundings, surroundingsOf } from "./rows.ts";
import { withAlternatives } from "./what-if.ts";

export type { Grounds, Matcher } from "./matcher.ts";

/** Told after each item; `done` of `total`. */
export type Progress = (done: number, total: number) => void;

/** The proposals for `catalogue`: chapters, their sub-chapters, exams, analyses, each in file order. */
export function matchCatalogue(matcher: Matcher, catalogue: Catalogue, progress?: Progress): Proposal[] {
  const around = surroundingsOf(catalogue);
  const tick = ticking(catalogue, progress);
  return matchWhole(matcher, around, catalogue, rankAnalyses(matcher, around, catalogue, tick), tick);
}

/** The same once the analyses are ranked: looks at exams and chapters. */
export function matchWhole(
  matcher: Matcher,
  around: Surroundings,
  catalogue: Catalogue,
  found: ReadonlyMap<string, RankedAnalysis>,
  tick: () => void,
): Proposal[] {
  const { memory, model } = matcher;
  const rowOf = memory && memoryRows(catalogue, around);
  const remembering = (proposal: Proposal, auto: number): Proposal => {
    if (rowOf === undefined) return proposal;
    const { level, code, label } = proposal;
    const candidateOf = (term: number) => plainCandidate(matcher, term, 0, "memory", label);
    return remember(matcher, rowOf(level, code, label), proposal, auto, candidateOf);
  };
  const exams = catalogue.exams.map((exam) => {
    tick();
    return remembering(proposeExam(matcher, around, exam, found), model.exam.thresholds.auto);
  });
  const chapters = catalogue.chapters.flatMap((chapter) => {
    tick();
    return weighSections(matcher, catalogue, chapter, found).map((section) =>
      remembering(proposeSection(matcher, section), model.chapter.auto[section.level]),
    );
  });
  const analyses = catalogue.analyses.map((analysis) => withAlternatives(matcher, found.get(analysis.code)!.proposal));
  return [...chapters, ...exams, ...analyses];
}

/** A function that tells `progress` of one item more; analyses, exams and chapters are items. */
export function ticking({ analyses, exams, chapters }: Catalogue, progress: Progress = () => {}): () => void {
  const total = analyses.length + exams.length + chapters.length;
  let done = 0;
  return () => progress(++done, total);
}
