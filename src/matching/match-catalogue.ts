/** The whole catalogue: every analysis, exam, chapter and sub-chapter gets a proposal. Pure: the same input gives the same proposals. */
import type { Catalogue, Exam } from "../catalogue/types.ts";
import { codeOf, indexOfCode, nameAt, valueAt } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import { type Candidates, candidatesOf, type Engine, ranked } from "./candidates.ts";
import { type ChapterOption, type Contents, chapterOptions, subchapterOptions } from "./chapter.ts";
import { confidenceFeatures, confidenceOf, NEGLIGIBLE } from "./confidence.ts";
import { EXAM_FEATURES, type ExamPool, examPool, type Member, type PanelIndex } from "./exam.ts";
import { explain } from "./explain.ts";
import { analysisWeights, examWeights, type Model, type Thresholds } from "./model.ts";
import { type Language, phrases } from "./phrases.ts";
import type { AxisReason, Band, Candidate, Proposal } from "./proposal.ts";
import { decidingQuestion } from "./question.ts";
import type { RowReading } from "./read-row.ts";
import { analysisRow, examRow, type Surroundings, surroundingsOf } from "./rows.ts";
import { buildScorer, type Scorer } from "./score.ts";
import { partSiblings } from "./siblings.ts";

export const MOST_CANDIDATES = 10;

/** What is made from a reference, before a model comes in. */
export type Grounds = { readonly engine: Engine; readonly panels: PanelIndex; readonly language: Language };

export type Matcher = Grounds & { readonly model: Model };

/** Told after each item; `done` of `total`. */
export type Progress = (done: number, total: number) => void;

/** The proposals for `catalogue`: chapters, their sub-chapters, exams, analyses, each in file order. */
export function matchCatalogue(matcher: Matcher, catalogue: Catalogue, progress?: Progress): Proposal[] {
  const around = surroundingsOf(catalogue);
  const score = buildScorer(matcher.engine, analysisWeights(matcher.model));
  const weights = examWeights(matcher.model);
  const total = catalogue.analyses.length + catalogue.exams.length + catalogue.chapters.length;
  let done = 0;
  const tick = (): void => progress?.(++done, total);

  const found = new Map<string, RankedAnalysis>();
  for (const analysis of catalogue.analyses) {
    found.set(analysis.code, rankAnalysis(matcher, candidatesOf(matcher.engine, analysisRow(around, analysis)), score));
    tick();
  }
  const parted = partSiblings(
    catalogue,
    new Map([...found].map(([code, { proposal }]) => [code, proposal])),
    matcher.language,
  );
  for (const [code, proposal] of parted) {
    const before = found.get(code)!;
    if (proposal !== before.proposal) found.set(code, { ...before, ...standingOf(matcher, proposal) });
  }
  const exams = catalogue.exams.map((exam) => {
    const proposal = proposeExam(matcher, around, exam, found, weights);
    tick();
    return proposal;
  });
  const chapters = catalogue.chapters.flatMap((chapter) => {
    tick();
    return proposeChapter(matcher, catalogue, chapter, found);
  });
  const analyses = catalogue.analyses.map((analysis) => found.get(analysis.code)!.proposal);
  return [...chapters, ...exams, ...analyses];
}

export type RankedAnalysis = {
  readonly best: number;
  readonly confidence: number;
  readonly band: Band;
  readonly label: string;
  readonly proposal: Proposal;
};

/** What exams and chapters need to know of a proposal that was changed. */
function standingOf(
  matcher: Matcher,
  proposal: Proposal,
): Pick<RankedAnalysis, "best" | "confidence" | "band" | "proposal"> {
  const best =
    proposal.candidates[0] === undefined ? -1 : indexOfCode(matcher.engine.index.release, proposal.candidates[0].loinc);
  return { best, confidence: proposal.confidence, band: proposal.band, proposal };
}

function bandOf(confidence: number, thresholds: Thresholds): Band {
  return confidence >= thresholds.auto ? "auto" : confidence < thresholds.none ? "none" : "review";
}

/** From this strength on an administrative word decides by itself; a weaker one when the label says nothing else. */
const DECIDES = 0.95;
const ALONE = 0.7;

/** True for a row that the lexicon alone tells to be administrative; a unit says that something is measured after all. */
function isAdministrative({ label, unit, administrative }: RowReading): boolean {
  if (unit !== undefined || administrative < ALONE) return false;
  const spoken = label.segments.filter((segment) => /\p{L}/u.test(segment.text));
  return administrative >= DECIDES || spoken.every((segment) => segment.administrative >= ALONE);
}

/** Ranks the candidates of one analysis and explains those that are kept. */
export function rankAnalysis(matcher: Matcher, pool: Candidates, scorer: Scorer): RankedAnalysis {
  const { engine, model, language } = matcher;
  const score = scorer(pool);
  const order = ranked(pool, score, MOST_CANDIDATES);
  const seen = confidenceFeatures(pool, score, order);
  const confidence = order.length === 0 ? 0.005 : confidenceOf(model.analysis.confidence, seen);
  const { auto, abstain } = model.analysis.thresholds;
  const noCode =
    order.length === 0 || isAdministrative(pool.reading) || confidenceOf(model.analysis.abstention, seen) >= abstain;
  const band: Band = noCode ? "none" : confidence >= auto ? "auto" : "review";
  const { row } = pool.reading;
  const shares = sharesOf(score, order, confidence);
  const { release } = engine.index;
  const reasons = explain(engine, pool, order, language);
  const candidates = order.map(
    (i, rank): Candidate => ({
      loinc: codeOf(release, pool.terms[i]!),
      name: nameAt(release, pool.terms[i]!),
      confidence: round(shares[rank]!),
      axes: reasons[rank]!,
    }),
  );
  return {
    best: order.length === 0 ? -1 : pool.terms[order[0]!]!,
    confidence,
    band,
    label: row.label,
    proposal: {
      level: "analysis",
      code: row.code || row.label,
      label: row.label,
      band,
      confidence: round(confidence),
      candidates,
      question: decidingQuestion(matcher.engine, pool, order, shares, matcher.language),
    },
  };
}

/** The confidence of each kept candidate: the calibrated one for the first, the rest shared out by score among the others. */
function sharesOf(score: Float64Array, order: readonly number[], confidence: number): number[] {
  const top = order[0] === undefined ? 0 : score[order[0]]!;
  let rest = 0;
  for (let i = 0; i < score.length; i++) {
    const behind = score[i]! - top;
    if (i !== order[0] && behind > NEGLIGIBLE) rest += Math.exp(behind);
  }
  return order.map((i, rank) =>
    rank === 0 ? confidence : rest === 0 ? 0 : ((1 - confidence) * Math.exp(score[i]! - top)) / rest,
  );
}

function proposeExam(
  matcher: Matcher,
  around: Surroundings,
  exam: Exam,
  found: ReadonlyMap<string, RankedAnalysis>,
  weights: Float32Array,
): Proposal {
  const row = examRow(around, exam);
  const members = exam.analyses.map((code): Member => memberOf(code, found.get(code)));
  const pool = examPool(matcher.engine, matcher.panels, row, members);
  const shares = examShares(pool, weights);
  const order = [...shares.keys()].sort((a, b) => shares[b]! - shares[a]! || a - b);
  const top = order[0]!;
  const abstains = pool.options[top]!.term < 0;
  const coded = order.filter((i) => pool.options[i]!.term >= 0).slice(0, MOST_CANDIDATES);
  const sure = (i: number): number => shares[i]! * pool.options[i]!.trust;
  const confidence = coded.length === 0 ? 0 : sure(coded[0]!);
  const { thresholds } = matcher.model.exam;
  const band: Band =
    coded.length === 0 || abstains || confidence < thresholds.none
      ? "none"
      : confidence >= thresholds.auto
        ? "auto"
        : "review";
  return {
    level: "exam",
    code: exam.code || exam.label,
    label: exam.label,
    band,
    confidence: round(confidence),
    candidates: coded.map((i) =>
      plainCandidate(matcher, pool.options[i]!.term, sure(i), pool.options[i]!.origin, exam.label),
    ),
    question: "",
  };
}

/** An analysis as a member of an exam: its best term, unless it gets no code. */
export function memberOf(code: string, ranked: RankedAnalysis | undefined): Member {
  if (ranked === undefined || ranked.band === "none")
    return { code, label: ranked?.label ?? "", term: -1, confidence: 0 };
  return { code, label: ranked.label, term: ranked.best, confidence: ranked.confidence };
}

/** The chance of each option. */
export function examShares(pool: ExamPool, weights: Float32Array): number[] {
  const width = EXAM_FEATURES.length;
  const raw = pool.options.map((_, i) =>
    weights.reduce((sum, weight, f) => sum + weight * pool.features[i * width + f]!, 0),
  );
  const most = Math.max(...raw);
  const all = raw.reduce((sum, score) => sum + Math.exp(score - most), 0);
  return raw.map((score) => Math.exp(score - most) / all);
}

function proposeChapter(
  matcher: Matcher,
  catalogue: Catalogue,
  chapter: Catalogue["chapters"][number],
  found: ReadonlyMap<string, RankedAnalysis>,
): Proposal[] {
  const key = chapter.code || chapter.label;
  const options = chapterOptions(
    matcher.engine,
    chapter.label,
    contentsOf(catalogue, found, (exam) => exam.chapter === key),
  );
  const top = options[0]?.term ?? -1;
  return [
    sectionProposal(matcher, "chapter", key, chapter.label, undefined, options),
    ...chapter.subchapters.map((sub) => {
      const subKey = sub.code || sub.label;
      const contents = contentsOf(catalogue, found, (exam) => exam.chapter === key && exam.subchapter === subKey);
      return sectionProposal(
        matcher,
        "subchapter",
        subKey,
        sub.label,
        key,
        subchapterOptions(matcher.engine, sub.label, contents, top),
      );
    }),
  ];
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

function sectionProposal(
  matcher: Matcher,
  level: "chapter" | "subchapter",
  code: string,
  label: string,
  parent: string | undefined,
  options: readonly ChapterOption[],
): Proposal {
  const confidence = options[0]?.confidence ?? 0;
  return {
    level,
    code,
    label,
    ...(parent === undefined ? {} : { parent }),
    band: options.length === 0 ? "none" : bandOf(confidence, matcher.model.chapter.thresholds),
    confidence: round(confidence),
    candidates: options
      .slice(0, MOST_CANDIDATES)
      .map((option) => plainCandidate(matcher, option.term, option.confidence, option.reason, label)),
    question: "",
  };
}

/** A candidate whose reason is one for the whole: a panel by its members, a section by its contents. */
function plainCandidate(matcher: Matcher, term: number, confidence: number, origin: string, label: string): Candidate {
  const { release } = matcher.engine.index;
  const say = phrases(matcher.language);
  const axes = Object.fromEntries(
    AXES.map((axis): [Axis, AxisReason] => [
      axis,
      {
        value: valueAt(release, axis, term),
        verdict: axis === "component" ? "supports" : "assumed",
        evidence: axis === "component" ? say.origin(origin, label) : "",
      },
    ]),
  ) as Candidate["axes"];
  return { loinc: codeOf(release, term), name: nameAt(release, term), confidence: round(confidence), axes };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
