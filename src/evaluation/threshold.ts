/**
 * Precision asked of the "sign as a lot" band when learning: a point more than is promised, for a laboratory that nothing was learned from is less
 * like those that teach than they are like each other (decision 0044).
 */
export const ASKED_PRECISION = 0.99;

/** The lowest confidence from which on predictions were right at least as often as `precision`, rounded up; 1 when there is none. */
export function thresholdFor(
  predictions: readonly { readonly confidence: number; readonly right: boolean }[],
  precision: number,
): number {
  const sorted = [...predictions].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  sorted.forEach((prediction, i) => {
    if (prediction.right) right++;
    const last = sorted[i + 1]?.confidence !== prediction.confidence;
    if (last && right / (i + 1) >= precision) threshold = prediction.confidence;
  });
  return Math.ceil(threshold * 1000) / 1000;
}
