/** Features cut into a few bins each: trees ask between which bins a feature lies. */

export type Binned = {
  /** Of each feature, the bin of each example. */
  readonly bins: readonly Uint8Array[];
  /** Of each feature, the thresholds between its bins, rising; none where it never varies. */
  readonly thresholds: readonly Float64Array[];
  /** Where the bins of each feature begin when all stand one after another, and how many there are. */
  readonly starts: readonly number[];
  readonly width: number;
};

/** A feature has at most this many bins. */
const MOST = 64;

/** The bins of `examples`, which have `count` features each. */
export function binned(examples: readonly ArrayLike<number>[], count: number): Binned {
  const thresholds = Array.from({ length: count }, (_, f) => thresholdsOf(examples.map((example) => example[f]!)));
  const bins = thresholds.map((cuts, f) => Uint8Array.from(examples, (example) => binOf(cuts, example[f]!)));
  const starts: number[] = [];
  let width = 0;
  for (const cuts of thresholds) {
    starts.push(width);
    width += cuts.length + 1;
  }
  return { bins, thresholds, starts, width };
}

/** How many thresholds `value` is above. */
function binOf(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > cuts[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Thresholds half-way between values, as a model file holds them: between all of them, or between as many shares of the examples as there may be bins. */
function thresholdsOf(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const marks =
    distinct.length <= MOST
      ? distinct
      : Array.from({ length: MOST }, (_, share) => sorted[Math.floor(((share + 0.5) * sorted.length) / MOST)]!);
  const cuts = new Set<number>();
  for (let i = 1; i < marks.length; i++)
    if (marks[i] !== marks[i - 1]) cuts.add(Math.round(((marks[i - 1]! + marks[i]!) / 2) * 1e4) / 1e4);
  return Float64Array.from(cuts).sort();
}
