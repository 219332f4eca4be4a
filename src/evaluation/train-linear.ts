/** Learns the weights of the linear ranking model: softmax over the candidates of a row, the accepted codes together against the others. */

/** A row with its candidates' features, width numbers each, and how right each candidate is (0 wrong, 1 best, between acceptable). */
export type Example = { readonly features: Float32Array; readonly gains: Float32Array; readonly weight: number };

export type LinearOptions = {
  readonly width: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly prior?: Float32Array;
};

/** Weights after `epochs` passes of Adam over `examples` in a fixed order: the same input gives the same weights. */
export function trainLinear(examples: readonly Example[], options: LinearOptions): Float32Array {
  const { width, epochs, rate, decay, prior = new Float32Array(width) } = options;
  const weights = Float64Array.from(prior);
  const gradient = new Float64Array(width);
  const mean = new Float64Array(width);
  const variance = new Float64Array(width);
  let step = 0;
  const batch = 16;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const scale = rate * (1 - (0.9 * epoch) / epochs);
    for (let from = 0; from < examples.length; from += batch) {
      gradient.fill(0);
      for (let e = from; e < Math.min(examples.length, from + batch); e++)
        addGradient(examples[e]!, weights, gradient, width);
      step++;
      for (let f = 0; f < width; f++) {
        const g = gradient[f]! / batch + decay * (weights[f]! - prior[f]!);
        mean[f] = 0.9 * mean[f]! + 0.1 * g;
        variance[f] = 0.999 * variance[f]! + 0.001 * g * g;
        const corrected = mean[f]! / (1 - 0.9 ** step);
        weights[f]! -= (scale * corrected) / (Math.sqrt(variance[f]! / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  return Float32Array.from(weights);
}

function addGradient(example: Example, weights: Float64Array, gradient: Float64Array, width: number): void {
  const count = example.gains.length;
  const score = new Float64Array(count);
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let f = 0; f < width; f++) sum += weights[f]! * example.features[i * width + f]!;
    score[i] = sum;
    if (sum > most) most = sum;
  }
  let all = 0;
  let right = 0;
  for (let i = 0; i < count; i++) {
    score[i] = Math.exp(score[i]! - most);
    all += score[i]!;
    right += score[i]! * example.gains[i]!;
  }
  if (right === 0) return;
  for (let i = 0; i < count; i++) {
    const push = example.weight * (score[i]! / all - (score[i]! * example.gains[i]!) / right);
    if (push === 0) continue;
    for (let f = 0; f < width; f++) gradient[f]! += push * example.features[i * width + f]!;
  }
}
