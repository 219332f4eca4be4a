/** Boosted decision trees over named features: each asks a few questions and answers with log-odds, which add up to a chance. */
import { chanceAt } from "./logistic.ts";

/** Log-odds, or a question: the feature, a threshold, what follows when the feature is at most that, and when it is above. */
export type Tree<Name extends string> =
  | number
  | readonly [feature: Name, threshold: number, atMost: Tree<Name>, above: Tree<Name>];

export type Trees<Name extends string> = {
  /** Log-odds before any question. */
  readonly bias: number;
  /** What each feature was worth when the trees were learned: its share of all that questions gained, in percent, the most first. For people to read. */
  readonly worth: { readonly [name in Name]?: number };
  readonly trees: readonly Tree<Name>[];
};

/** The chance that the trees of `model` give to `features`, which are in the order of `names`. */
export function chanceByTrees<Name extends string>(
  model: Trees<Name>,
  names: readonly Name[],
  features: ArrayLike<number>,
): number {
  const { starts, feature, threshold, above } = flattenedOf(model, names);
  let sum = model.bias;
  for (let at of starts) {
    while (feature[at]! >= 0) at = features[feature[at]!]! > threshold[at]! ? above[at]! : at + 1;
    sum += threshold[at]!;
  }
  return chanceAt(sum);
}

/** The nodes of all trees, each followed by what is at most its threshold; a leaf has feature -1 and its log-odds as threshold. */
type Flattened = {
  readonly names: readonly string[];
  readonly starts: readonly number[];
  readonly feature: Int16Array;
  readonly threshold: Float64Array;
  readonly above: Int32Array;
};

const flattened = new WeakMap<object, Flattened>();

function flattenedOf<Name extends string>(model: Trees<Name>, names: readonly Name[]): Flattened {
  let known = flattened.get(model);
  if (known?.names !== names) {
    known = flatten(model, names);
    flattened.set(model, known);
  }
  return known;
}

/** Throws when a tree asks for a feature that is not among `names`: a model of another version. */
function flatten<Name extends string>({ trees }: Trees<Name>, names: readonly Name[]): Flattened {
  const places = new Map<string, number>(names.map((name, i) => [name, i]));
  const feature: number[] = [];
  const threshold: number[] = [];
  const above: number[] = [];
  const add = (tree: Tree<Name>): number => {
    const at = feature.length;
    if (typeof tree === "number") {
      feature.push(-1);
      threshold.push(tree);
      above.push(-1);
      return at;
    }
    const place = places.get(tree[0]);
    if (place === undefined) throw new Error(`model.json: unknown feature ${tree[0]}`);
    feature.push(place);
    threshold.push(tree[1]);
    above.push(-1);
    add(tree[2]);
    above[at] = add(tree[3]);
    return at;
  };
  const starts = trees.map(add);
  return {
    names,
    starts,
    feature: Int16Array.from(feature),
    threshold: Float64Array.from(threshold),
    above: Int32Array.from(above),
  };
}
