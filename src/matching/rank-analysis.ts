/** Ranks the candidates of each analysis, says how sure the best is, and explains those that are kept. */
import type { Analysis, Catalogue } from "../catalogue/types.ts";
import { indexOfCode } from "../loinc/release.ts";
import { abstentionFeatures, abstentionOf } from "./abstention.ts";
import { type Candidates, candidatesOf, ranked } from "./candidates.ts";
import { confidenceFeatures, confidenceOf, isHeldBack, NEGLIGIBLE } from "./confidence.ts";
import { explain } from "./explain.ts";
import { LEAST_CHANCE } from "./logistic.ts";
import { type Matcher, MOST_CANDIDATES, rounded } from "./matcher.ts";
import type { Band, Candidate, Proposal } from "./proposal.ts";
import { decidingQuestion } from "./question.ts";
import { remember } from "./remember.ts";
import { analysisRow, type Surroundings } from "./rows.ts";
import { type Scorer, scorerOf } from "./score.ts";
import { termText } from "./shared.ts";
import { partSiblings } from "./siblings.ts";

/** An analysis with its proposal, and what exams and chapters need to know of it. `best` is a term, -1 when there is none. */
export type RankedAnalysis = {
  readonly best: number;
  readonly confidence: number;
  readonly band: Band;
  readonly label: string;
  readonly proposal: Proposal;
};

/** Every analysis of `catalogue`, by code, siblings with one code parted. `tick` is called after each. */
export function rankAnalyses(
  matcher: Matcher,
  around: Surroundings,
  catalogue: Catalogue,
  tick: () => void = () => {},
): Map<string, RankedAnalysis> {
  const rank = analysisRanker(matcher, around);
  const ranked = catalogue.analyses.map((analysis) => {
    const one = rank(analysis);
    tick();
    return one;
  });
  return settled(matcher, around, catalogue, ranked);
}

/** A function that ranks the analyses of one catalogue, each by itself. */
export function analysisRanker(matcher: Matcher, around: Surroundings): (analysis: Analysis) => RankedAnalysis {
  const score = scorerOf(matcher.engine, matcher.model);
  return (analysis) => rankAnalysis(matcher, candidatesOf(matcher.engine, analysisRow(around, analysis)), score);
}

/** `ranked`, the analyses of `catalogue` in their order, by code: what is remembered of them comes first, and siblings with one code are parted. */
export function settled(
  matcher: Matcher,
  around: Surroundings,
  catalogue: Catalogue,
  ranked: readonly RankedAnalysis[],
): Map<string, RankedAnalysis> {
  const found = new Map(
    catalogue.analyses.map((analysis, i) => [analysis.code, withMemory(matcher, around, analysis, ranked[i]!)]),
  );
  const parted = partSiblings(
    catalogue,
    new Map([...found].map(([code, { proposal }]) => [code, proposal])),
    matcher.language,
  );
  for (const [code, proposal] of parted) {
    const before = found.get(code)!;
    if (proposal !== before.proposal) found.set(code, { ...before, ...standingOf(matcher, proposal) });
  }
  return found;
}

function withMemory(
  matcher: Matcher,
  around: Surroundings,
  analysis: Analysis,
  ranked: RankedAnalysis,
): RankedAnalysis {
  if (matcher.memory === undefined) return ranked;
  const row = analysisRow(around, analysis);
  const { auto } = matcher.model.analysis.thresholds;
  const candidateOf = (term: number) => anyCandidate(matcher, candidatesOf(matcher.engine, row), term);
  const proposal = remember(matcher, row, ranked.proposal, auto, candidateOf);
  return proposal === ranked.proposal ? ranked : { ...ranked, ...standingOf(matcher, proposal) };
}

/** A term that was no candidate, with its reasons. */
function anyCandidate({ engine, language }: Matcher, { reading, facts }: Candidates, term: number): Candidate {
  const { baseOfComponent, release } = engine.index;
  const base = baseOfComponent[release.coded.component.ids[term]!]!;
  const axes = explain(engine, { reading, facts, terms: Uint32Array.of(term), matches: [{ base }] }, [0], language)[0]!;
  return { ...termText(release, term), confidence: 0, axes };
}

/** What exams and chapters need to know of a proposal that was changed. */
function standingOf(
  matcher: Matcher,
  proposal: Proposal,
): Pick<RankedAnalysis, "best" | "confidence" | "band" | "proposal"> {
  const best =
    proposal.candidates[0] === undefined ? -1 : indexOfCode(matcher.engine.index.release, proposal.candidates[0].loinc);
  return { best, confidence: proposal.confidence, band: proposal.band, proposal };
}

/** Ranks the candidates of one analysis and explains those that are kept. */
export function rankAnalysis(matcher: Matcher, pool: Candidates, scorer: Scorer): RankedAnalysis {
  const { engine, model, language } = matcher;
  const score = scorer(pool);
  const order = ranked(pool, score, MOST_CANDIDATES);
  const seen = confidenceFeatures(engine.index.release.coded, pool, score, order);
  const confidence = order.length === 0 ? LEAST_CHANCE : confidenceOf(model.analysis.confidence, seen);
  const { auto, abstain } = model.analysis.thresholds;
  const noCode =
    order.length === 0 || abstentionOf(model.analysis.abstention, abstentionFeatures(pool.reading, seen)) >= abstain;
  const band: Band = noCode ? "none" : confidence >= auto && !isHeldBack(seen) ? "auto" : "review";
  const { row } = pool.reading;
  const shares = sharesOf(score, order, confidence);
  const { release } = engine.index;
  const reasons = explain(engine, pool, order, language);
  const candidates = order.map((i, rank): Candidate => {
    const { loinc, name } = termText(release, pool.terms[i]!);
    return { loinc, name, confidence: rounded(shares[rank]!), axes: reasons[rank]! };
  });
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
      confidence: rounded(confidence),
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
