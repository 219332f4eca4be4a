/** Logistic regression by Newton's method with a ridge: few features, few rows, the same answer each time. */
import type { ChanceExample } from "./chance-example.ts";

/** Weights that give the chance of `right`; `ridge` draws them to 0 (the first feature, the bias, is free). */
export function trainLogistic(
  examples: readonly ChanceExample[],
  width: number,
  ridge: number,
  rounds = 25,
): Float64Array {
  const weights = new Float64Array(width);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(width);
    const hessian = Array.from({ length: width }, () => new Float64Array(width));
    for (const { features, right, weight } of examples) {
      let sum = 0;
      for (let f = 0; f < width; f++) sum += weights[f]! * features[f]!;
      const chance = 1 / (1 + Math.exp(-sum));
      const curve = weight * Math.max(1e-4, chance * (1 - chance));
      for (let f = 0; f < width; f++) {
        gradient[f]! += weight * (chance - (right ? 1 : 0)) * features[f]!;
        for (let g = 0; g < width; g++) hessian[f]![g]! += curve * features[f]! * features[g]!;
      }
    }
    for (let f = 0; f < width; f++) {
      const pull = f === 0 ? 1e-6 : ridge;
      gradient[f]! += pull * weights[f]!;
      hessian[f]![f]! += pull + 1e-9;
    }
    const step = solve(hessian, gradient);
    let largest = 0;
    for (let f = 0; f < width; f++) {
      weights[f]! -= step[f]!;
      largest = Math.max(largest, Math.abs(step[f]!));
    }
    if (largest < 1e-8) break;
  }
  return weights;
}

/** x with A·x = b, by elimination with the largest pivot. Destroys `a`. */
function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  const x = Float64Array.from(b);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row;
    [a[column], a[pivot]] = [a[pivot]!, a[column]!];
    [x[column], x[pivot]] = [x[pivot]!, x[column]!];
    for (let row = column + 1; row < n; row++) {
      const factor = a[row]![column]! / a[column]![column]!;
      if (factor === 0) continue;
      for (let k = column; k < n; k++) a[row]![k]! -= factor * a[column]![k]!;
      x[row]! -= factor * x[column]!;
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row]! -= a[row]![k]! * x[k]!;
    x[row]! /= a[row]![row]!;
  }
  return x;
}
