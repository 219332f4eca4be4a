/**
 * Boosted trees for ranking: each tree mends what the softmax over a row's candidates still gets wrong, beginning from given scores.
 * Histograms over quantiles, Newton leaves; no chance is involved.
 */
import type { Tree } from "./trees.ts";

/** A row: `count × width` features, how right each candidate is (0 to 1), and the scores to begin from. */
export type TreeExample = {
  readonly features: Float32Array;
  readonly gains: Float32Array;
  readonly start: Float64Array;
  readonly weight: number;
};

export type TreeOptions<Name extends string> = {
  readonly names: readonly Name[];
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** Draws leaves to 0; in units of hessian. */
  readonly ridge: number;
  /** Least hessian of a leaf. */
  readonly least: number;
};

const BINS = 32;

type Split = { readonly feature: number; readonly bin: number; readonly gain: number };

/** The trees that `examples` teach; the same input gives the same trees. */
export function trainTrees<Name extends string>(
  examples: readonly TreeExample[],
  options: TreeOptions<Name>,
): Tree<Name>[] {
  const width = options.names.length;
  const starts = startsOf(examples);
  const count = starts[examples.length]!;
  const edges = edgesOf(examples, width);
  const bins = binned(examples, starts, edges, width);
  const score = new Float64Array(count);
  examples.forEach((example, e) => score.set(example.start, starts[e]!));
  const slope = new Float64Array(count);
  const curve = new Float64Array(count);
  const trees: Tree<Name>[] = [];
  for (let round = 0; round < options.rounds; round++) {
    examples.forEach((example, e) => softmaxSlopes(example, starts[e]!, score, slope, curve));
    const all = Uint32Array.from({ length: count }, (_, i) => i);
    const grow = (rows: Uint32Array, depth: number): Tree<Name> => {
      const split = depth === 0 ? undefined : bestSplit(rows, bins, slope, curve, width, edges, options);
      if (split === undefined) return leaf(rows, slope, curve, score, options);
      const goesBelow = (row: number): boolean => bins[row * width + split.feature]! <= split.bin;
      return {
        feature: options.names[split.feature]!,
        at: edges[split.feature]![split.bin]!,
        below: grow(rows.filter(goesBelow), depth - 1),
        above: grow(
          rows.filter((row) => !goesBelow(row)),
          depth - 1,
        ),
      };
    };
    trees.push(grow(all, options.depth));
  }
  return trees;
}

function startsOf(examples: readonly TreeExample[]): Uint32Array {
  const starts = new Uint32Array(examples.length + 1);
  examples.forEach((example, e) => {
    starts[e + 1] = starts[e]! + example.gains.length;
  });
  return starts;
}

/** For each feature, the values that part it into at most BINS bins of like size; the last edge is the largest value. */
function edgesOf(examples: readonly TreeExample[], width: number): number[][] {
  return Array.from({ length: width }, (_, feature) => {
    const values: number[] = [];
    for (const { features, gains } of examples)
      for (let i = 0; i < gains.length; i++) values.push(features[i * width + feature]!);
    values.sort((a, b) => a - b);
    const distinct = values.filter((value, i) => i === 0 || value !== values[i - 1]);
    if (distinct.length <= BINS) return distinct;
    const edges = Array.from({ length: BINS }, (_, bin) => values[Math.floor(((bin + 1) * values.length) / BINS) - 1]!);
    return edges.filter((value, i) => i === 0 || value !== edges[i - 1]);
  });
}

function binned(
  examples: readonly TreeExample[],
  starts: Uint32Array,
  edges: readonly (readonly number[])[],
  width: number,
): Uint8Array {
  const bins = new Uint8Array(starts[examples.length]! * width);
  examples.forEach(({ features, gains }, e) => {
    for (let i = 0; i < gains.length; i++) {
      for (let f = 0; f < width; f++) {
        const value = features[i * width + f]!;
        const of = edges[f]!;
        let low = 0;
        let high = of.length - 1;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (value <= of[middle]!) high = middle;
          else low = middle + 1;
        }
        bins[(starts[e]! + i) * width + f] = low;
      }
    }
  });
  return bins;
}

function softmaxSlopes(
  example: TreeExample,
  from: number,
  score: Float64Array,
  slope: Float64Array,
  curve: Float64Array,
): void {
  const { gains, weight } = example;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < gains.length; i++) most = Math.max(most, score[from + i]!);
  let all = 0;
  let right = 0;
  for (let i = 0; i < gains.length; i++) {
    const e = Math.exp(score[from + i]! - most);
    all += e;
    right += e * gains[i]!;
  }
  for (let i = 0; i < gains.length; i++) {
    const e = Math.exp(score[from + i]! - most);
    const chance = e / all;
    slope[from + i] = right === 0 ? 0 : weight * (chance - (e * gains[i]!) / right);
    curve[from + i] = right === 0 ? 0 : weight * Math.max(1e-3, chance * (1 - chance));
  }
}

function bestSplit<Name extends string>(
  rows: Uint32Array,
  bins: Uint8Array,
  slope: Float64Array,
  curve: Float64Array,
  width: number,
  edges: readonly (readonly number[])[],
  { ridge, least }: TreeOptions<Name>,
): Split | undefined {
  const slopes = new Float64Array(width * BINS);
  const curves = new Float64Array(width * BINS);
  let slopeSum = 0;
  let curveSum = 0;
  for (const row of rows) {
    const s = slope[row]!;
    const c = curve[row]!;
    slopeSum += s;
    curveSum += c;
    for (let f = 0; f < width; f++) {
      const at = f * BINS + bins[row * width + f]!;
      slopes[at]! += s;
      curves[at]! += c;
    }
  }
  const worth = (s: number, c: number): number => (s * s) / (c + ridge);
  const whole = worth(slopeSum, curveSum);
  let best: Split | undefined;
  for (let f = 0; f < width; f++) {
    let s = 0;
    let c = 0;
    for (let bin = 0; bin < edges[f]!.length - 1; bin++) {
      s += slopes[f * BINS + bin]!;
      c += curves[f * BINS + bin]!;
      if (c < least || curveSum - c < least) continue;
      const gain = worth(s, c) + worth(slopeSum - s, curveSum - c) - whole;
      if (gain > (best?.gain ?? 1e-6)) best = { feature: f, bin, gain };
    }
  }
  return best;
}

/** A leaf; the scores of its rows move with it. */
function leaf<Name extends string>(
  rows: Uint32Array,
  slope: Float64Array,
  curve: Float64Array,
  score: Float64Array,
  { ridge, rate }: TreeOptions<Name>,
): Tree<Name> {
  let s = 0;
  let c = 0;
  for (const row of rows) {
    s += slope[row]!;
    c += curve[row]!;
  }
  const add = Math.round(((-rate * s) / (c + ridge)) * 1e4) / 1e4;
  for (const row of rows) score[row]! += add;
  return { add };
}
