/** Measures of proposals against gold, for one level. */

import { findTerm, type Release } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import type { Proposal } from "../matching/proposal.ts";
import type { GoldItem } from "./gold.ts";

export type Metrics = {
  readonly rows: number;
  /** Rows that have a right code; the shares `exact1` to `mrr` are over these. */
  readonly coded: number;
  /** First candidate is the best code; is an acceptable one; one among the first 3, 5, 10 is. 0 to 1. */
  readonly exact1: number;
  readonly top1: number;
  readonly top3: number;
  readonly top5: number;
  readonly top10: number;
  /** Mean of 1 / place of the first acceptable candidate. */
  readonly mrr: number;
  /** Of rows without a right code, the share left without; of rows left without a code, the share that has none. */
  readonly abstentionRecall: number;
  readonly abstentionPrecision: number;
  /** Share of all rows in the "sign as a lot" band, and how many of them are right. */
  readonly auto: number;
  readonly autoPrecision: number;
  /** Largest share of rows, surest first, that is right at this rate. */
  readonly coverage98: number;
  readonly coverage95: number;
  /** Expected calibration error over ten bins of confidence. */
  readonly ece: number;
  /** Share of coded rows whose first candidate has the best code's value on the axis. */
  readonly axes: { readonly [axis in Axis]: number };
};

/** A gold item beside its proposal; `place` is that of the first acceptable candidate, -1 when there is none. */
export type Judged = { readonly item: GoldItem; readonly proposal: Proposal | undefined; readonly place: number };

/** Each item of `gold` beside its proposal. */
export function judge(gold: readonly GoldItem[], proposals: readonly Proposal[]): Judged[] {
  const byCode = new Map(proposals.map((proposal) => [`${proposal.level}\t${proposal.code}`, proposal]));
  return gold.map((item): Judged => {
    const proposal = byCode.get(`${item.level}\t${item.code}`);
    return {
      item,
      proposal,
      place: proposal?.candidates.findIndex((candidate) => item.accepted.includes(candidate.loinc)) ?? -1,
    };
  });
}

/** The confidence of each proposal and whether it is right, surest first; rows rightly left without a code are none. */
export function surest(judged: readonly Judged[]): Sure[] {
  return judged
    .filter(
      ({ item, proposal }) =>
        proposal !== undefined && proposal.candidates.length > 0 && !(item.loinc === "" && proposal.band === "none"),
    )
    .map((entry) => ({ confidence: entry.proposal!.confidence, right: isRight(entry) }))
    .sort((a, b) => b.confidence - a.confidence);
}

function isRight({ item, place }: Judged): boolean {
  return item.loinc !== "" && place === 0;
}

/** The measures of one level. Items that the proposals do not hold count as wrong. */
export function measure(gold: readonly GoldItem[], proposals: readonly Proposal[], release: Release): Metrics {
  const judged = judge(gold, proposals);
  const coded = judged.filter(({ item }) => item.loinc !== "");
  const uncoded = judged.filter(({ item }) => item.loinc === "");
  const within = (places: number): number => share(coded, ({ place }) => place >= 0 && place < places);
  const abstained = judged.filter(({ proposal }) => proposal?.band === "none");
  const auto = judged.filter(({ proposal }) => proposal?.band === "auto");
  const sure = surest(judged);
  return {
    rows: judged.length,
    coded: coded.length,
    exact1: share(coded, ({ item, proposal }) => proposal?.candidates[0]?.loinc === item.loinc),
    top1: within(1),
    top3: within(3),
    top5: within(5),
    top10: within(10),
    mrr: coded.reduce((sum, { place }) => sum + (place >= 0 ? 1 / (place + 1) : 0), 0) / Math.max(1, coded.length),
    abstentionRecall: share(uncoded, ({ proposal }) => proposal === undefined || proposal.band === "none"),
    abstentionPrecision: share(abstained, ({ item }) => item.loinc === ""),
    auto: auto.length / Math.max(1, judged.length),
    autoPrecision: share(auto, isRight),
    coverage98: coverage(sure, 0.98) / Math.max(1, judged.length),
    coverage95: coverage(sure, 0.95) / Math.max(1, judged.length),
    ece: calibrationError(sure),
    axes: axisShares(coded, release),
  };
}

export type Sure = { readonly confidence: number; readonly right: boolean };

/** Expected calibration error: mean over ten bins of |confidence − share right|, weighed by their size. */
export function calibrationError(sure: readonly Sure[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = sure.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    if (inside.length === 0) continue;
    const claimed = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    error += (Math.abs(claimed - share(inside, (entry) => entry.right)) * inside.length) / sure.length;
  }
  return error;
}

/** How many rows, surest first, are right at `precision` or better. */
export function coverage(sure: readonly Sure[], precision: number): number {
  let right = 0;
  let best = 0;
  sure.forEach((entry, i) => {
    if (entry.right) right++;
    if (right / (i + 1) >= precision) best = i + 1;
  });
  return best;
}

function axisShares(coded: readonly Judged[], release: Release): Metrics["axes"] {
  return Object.fromEntries(
    AXES.map((axis) => [
      axis,
      share(coded, ({ item, proposal, place }) => {
        const wanted = findTerm(release, item.loinc);
        return place === 0 || (wanted !== undefined && proposal?.candidates[0]?.axes[axis].value === wanted[axis]);
      }),
    ]),
  ) as Metrics["axes"];
}

function share<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(holds).length / list.length;
}
