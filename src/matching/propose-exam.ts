/** The proposal of an exam: the code of its one or main analysis, a panel, the code of its name, or no code. */
import type { Exam } from "../catalogue/types.ts";
import { candidatesOf, readingOf } from "./candidates.ts";
import { examPool } from "./exam.ts";
import { EXAM_CONFIDENCE_FEATURES, examConfidenceFeatures, type WeighedExam } from "./exam-confidence.ts";
import { EXAM_FEATURES } from "./exam-features.ts";
import type { Member } from "./exam-members.ts";
import { bestNamed, isNameAsked, type NamedTerm, namedRow } from "./exam-name.ts";
import type { ExamPool } from "./exam-option.ts";
import { chance } from "./logistic.ts";
import { type Matcher, MOST_CANDIDATES, rounded } from "./matcher.ts";
import { examWeights } from "./model.ts";
import { plainCandidate } from "./plain-candidate.ts";
import type { Band, Proposal } from "./proposal.ts";
import type { RankedAnalysis } from "./rank-analysis.ts";
import type { RowReading } from "./read-row.ts";
import { examRow, type Surroundings } from "./rows.ts";
import { scorerOf } from "./score.ts";

/** The options of `exam` weighed, its analyses being coded as in `found`. */
export function weighExam(
  matcher: Matcher,
  around: Surroundings,
  exam: Exam,
  found: ReadonlyMap<string, RankedAnalysis>,
): WeighedExam {
  const members = exam.analyses.map((code) => memberOf(code, found.get(code)));
  const reading = readingOf(matcher.engine, namedRow(examRow(around, exam), around.habits));
  const pool = examPool(matcher.engine, matcher.panels, reading, members, namedTerm(matcher, reading, members));
  const shares = examShares(pool, examWeights(matcher.model));
  const order = [...shares.keys()].sort((a, b) => shares[b]! - shares[a]! || a - b);
  return { pool, shares, coded: order.filter((i) => pool.options[i]!.term >= 0) };
}

function namedTerm({ engine, model }: Matcher, reading: RowReading, members: readonly Member[]): NamedTerm | undefined {
  if (!isNameAsked(members)) return undefined;
  const candidates = candidatesOf(engine, reading.row, reading);
  return bestNamed(candidates, scorerOf(engine, model)(candidates));
}

/** The proposal for `exam`. */
export function proposeExam(
  matcher: Matcher,
  around: Surroundings,
  exam: Exam,
  found: ReadonlyMap<string, RankedAnalysis>,
): Proposal {
  const weighed = weighExam(matcher, around, exam, found);
  const { model } = matcher;
  const seen = examConfidenceFeatures(weighed);
  const { pool, shares } = weighed;
  const coded = weighed.coded.slice(0, MOST_CANDIDATES);
  const confidence = coded.length === 0 ? 0 : chance(model.exam.confidence, EXAM_CONFIDENCE_FEATURES, seen);
  const { auto, abstain } = model.exam.thresholds;
  const noCode = coded.length === 0 || chance(model.exam.abstention, EXAM_CONFIDENCE_FEATURES, seen) >= abstain;
  // an exam with the code of its analysis is no surer than that one
  const sure = coded[0] !== undefined && pool.options[coded[0]]!.sure;
  const band: Band = noCode ? "none" : sure && confidence >= auto ? "auto" : "review";
  const rest = coded.slice(1).reduce((sum, i) => sum + shares[i]!, 0);
  return {
    level: "exam",
    code: exam.code || exam.label,
    label: exam.label,
    band,
    confidence: rounded(confidence),
    candidates: coded.map((i, rank) => {
      const share = rank === 0 ? confidence : (Math.min(confidence, 1 - confidence) * shares[i]!) / rest;
      return plainCandidate(matcher, pool.options[i]!.term, share, pool.options[i]!.origin, exam.label);
    }),
    question: "",
  };
}

/** An analysis as a member of an exam: its best term, unless it gets no code. */
function memberOf(code: string, ranked: RankedAnalysis | undefined): Member {
  if (ranked === undefined || ranked.band === "none")
    return { code, label: ranked?.label ?? "", term: -1, confidence: 0, sure: false };
  return { code, label: ranked.label, term: ranked.best, confidence: ranked.confidence, sure: ranked.band === "auto" };
}

/** The chance of each option. */
function examShares(pool: ExamPool, weights: Float32Array): number[] {
  const width = EXAM_FEATURES.length;
  const raw = pool.options.map((_, i) =>
    weights.reduce((sum, weight, f) => sum + weight * pool.features[i * width + f]!, 0),
  );
  const most = Math.max(...raw);
  const all = raw.reduce((sum, score) => sum + Math.exp(score - most), 0);
  return raw.map((score) => Math.exp(score - most) / all);
}
