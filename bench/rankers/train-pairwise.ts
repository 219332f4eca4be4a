/** Linear weights from pairs: each right candidate against each wrong one of its row, logistic loss, Adam in a fixed order. */
import type { Example, LinearOptions } from "../../src/evaluation/train-linear.ts";

const BATCH = 16;

/** Weights after `epochs` passes over the pairs of `examples`. */
export function trainPairwise(examples: readonly Example[], options: LinearOptions): Float32Array {
  const { width, epochs, rate, decay, prior = new Float32Array(width) } = options;
  const weights = Float64Array.from(prior);
  const mean = new Float64Array(width);
  const variance = new Float64Array(width);
  const gradient = new Float64Array(width);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const scale = rate * (1 - (0.9 * epoch) / epochs);
    for (let from = 0; from < examples.length; from += BATCH) {
      gradient.fill(0);
      for (const example of examples.slice(from, from + BATCH)) addPairs(example, weights, gradient, width);
      step++;
      for (let f = 0; f < width; f++) {
        const g = gradient[f]! / BATCH + decay * (weights[f]! - prior[f]!);
        mean[f] = 0.9 * mean[f]! + 0.1 * g;
        variance[f] = 0.999 * variance[f]! + 0.001 * g * g;
        const corrected = mean[f]! / (1 - 0.9 ** step);
        weights[f]! -= (scale * corrected) / (Math.sqrt(variance[f]! / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  return Float32Array.from(weights);
}

function addPairs(
  { features, gains, weight }: Example,
  weights: Float64Array,
  gradient: Float64Array,
  width: number,
): void {
  const scores = Array.from(gains, (_, i) => {
    let sum = 0;
    for (let f = 0; f < width; f++) sum += weights[f]! * features[i * width + f]!;
    return sum;
  });
  const right = [...gains.keys()].filter((i) => gains[i]! > 0);
  const wrong = [...gains.keys()].filter((i) => gains[i] === 0);
  const share = weight / Math.max(1, right.length * wrong.length);
  for (const a of right) {
    for (const b of wrong) {
      const push = (-share * gains[a]!) / (1 + Math.exp(scores[a]! - scores[b]!));
      for (let f = 0; f < width; f++) gradient[f]! += push * (features[a * width + f]! - features[b * width + f]!);
    }
  }
}
