/** Ranked analyses as numbers and a few texts: a tenth of their size, and fast to hand from one thread to another. */
import { indexOfCode, type Release, valueAt } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import type { AxisReason, Band, Candidate, Verdict } from "./proposal.ts";
import type { RankedAnalysis } from "./rank-analysis.ts";
import { termText } from "./shared.ts";

const VERDICTS: readonly Verdict[] = ["supports", "assumed", "contradicts"];
/** Confidences of candidates have four decimals. */
const PARTS = 10_000;

type Row = {
  readonly best: number;
  readonly confidence: number;
  readonly band: Band;
  readonly code: string;
  readonly label: string;
  readonly proposed: number;
  readonly question: string;
  readonly candidates: number;
};

export type Chunk = {
  readonly rows: readonly Row[];
  /** The candidates of all rows, one after the other. */
  readonly terms: Uint32Array;
  readonly confidences: Uint16Array;
  /** Six a candidate, in the order of AXES: numbers in `evidence`, times three, plus the verdict. */
  readonly reasons: Uint32Array;
  readonly evidence: readonly string[];
};

/** `ranked` as a chunk. */
export function encodeChunk(release: Release, ranked: readonly RankedAnalysis[]): Chunk {
  const candidates = ranked.flatMap(({ proposal }) => proposal.candidates);
  const numbers = new Map<string, number>();
  const numberOf = (evidence: string): number => {
    const number = numbers.get(evidence) ?? numbers.size;
    numbers.set(evidence, number);
    return number;
  };
  const reasons = new Uint32Array(candidates.length * AXES.length);
  candidates.forEach(({ axes }, i) => {
    AXES.forEach((axis, a) => {
      const { verdict, evidence } = axes[axis];
      reasons[i * AXES.length + a] = numberOf(evidence) * VERDICTS.length + VERDICTS.indexOf(verdict);
    });
  });
  return {
    rows: ranked.map(({ best, confidence, band, label, proposal }) => ({
      best,
      confidence,
      band,
      code: proposal.code,
      label,
      proposed: proposal.confidence,
      question: proposal.question,
      candidates: proposal.candidates.length,
    })),
    terms: Uint32Array.from(candidates, ({ loinc }) => indexOfCode(release, loinc)),
    confidences: Uint16Array.from(candidates, ({ confidence }) => Math.round(confidence * PARTS)),
    reasons,
    evidence: [...numbers.keys()],
  };
}

/** The ranked analyses that `chunk` was made of; `release` must hold the same terms. */
export function decodeChunk(release: Release, chunk: Chunk): RankedAnalysis[] {
  const known = new Map<number, AxisReason>();
  const { coded } = release;
  const reasonOf = (i: number, a: number, term: number): AxisReason => {
    const axis = AXES[a]!;
    const told = chunk.reasons[i * AXES.length + a]!;
    // one object for one reason on one value
    const key = (told * AXES.length + a) * 2 ** 20 + coded[axis].ids[term]!;
    let reason = known.get(key);
    if (reason === undefined) {
      reason = {
        value: valueAt(release, axis, term),
        verdict: VERDICTS[told % VERDICTS.length]!,
        evidence: chunk.evidence[Math.floor(told / VERDICTS.length)]!,
      };
      known.set(key, reason);
    }
    return reason;
  };
  let at = 0;
  return chunk.rows.map(({ best, confidence, band, code, label, proposed, question, candidates: count }) => {
    const candidates: Candidate[] = [];
    for (const end = at + count; at < end; at++) {
      const term = chunk.terms[at]!;
      const axes = Object.fromEntries(AXES.map((axis: Axis, a) => [axis, reasonOf(at, a, term)])) as Candidate["axes"];
      candidates.push({ ...termText(release, term), confidence: chunk.confidences[at]! / PARTS, axes });
    }
    return {
      best,
      confidence,
      band,
      label,
      proposal: { level: "analysis", code, label, band, confidence: proposed, candidates, question },
    };
  });
}
