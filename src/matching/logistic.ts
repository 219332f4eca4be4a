/** A logistic model over named features: its weights can be read, and it answers with a chance. */

export type Weights<Name extends string> = { readonly [name in Name]?: number };

export type Logistic<Name extends string> = { readonly weights: Weights<Name> };

/** The chance that `model` gives to `features`, which are in the order of `names`. */
export function chance<Name extends string>(
  model: Logistic<Name>,
  names: readonly Name[],
  features: ArrayLike<number>,
): number {
  const weights = weightsOf(model, names);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return chanceAt(sum);
}

const ordered = new WeakMap<object, { readonly names: readonly string[]; readonly weights: Float64Array }>();

/** The weights of `model` in the order of `names`, put in order once. */
function weightsOf<Name extends string>(model: Logistic<Name>, names: readonly Name[]): Float64Array {
  let known = ordered.get(model);
  if (known?.names !== names) {
    known = { names, weights: Float64Array.from(names, (name) => model.weights[name] ?? 0) };
    ordered.set(model, known);
  }
  return known.weights;
}

/** What is said of a thing that nothing speaks for. */
export const LEAST_CHANCE = 0.005;

/** The chance at these log-odds; 0.005 to 0.995, for nothing is certain. */
export function chanceAt(odds: number): number {
  return Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, 1 / (1 + Math.exp(-odds))));
}

/** log(p / (1 - p)), with p kept away from 0 and 1. */
export function logOdds(probability: number): number {
  const p = Math.min(0.9999, Math.max(0.0001, probability));
  return Math.log(p / (1 - p));
}
