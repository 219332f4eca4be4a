/** Gradient boosting of small decision trees for a chance: each tree corrects what those before it still get wrong. No chance is involved. */
import type { Tree, Trees } from "../matching/trees.ts";
import { type Binned, binned } from "./bins.ts";
import type { ChanceExample } from "./chance-example.ts";

export type TreeOptions = {
  readonly trees: number;
  readonly leaves: number;
  /** What share of its correction a tree gives. */
  readonly rate: number;
  /** Weight of examples that a leaf must hold. */
  readonly least: number;
  /** Draws leaves to 0. */
  readonly ridge: number;
};

/** Trees that give the chance of `right`; the features of `examples` are in the order of `names`. */
export function trainTrees<Name extends string>(
  names: readonly Name[],
  examples: readonly ChanceExample[],
  options: TreeOptions,
): Trees<Name> {
  const data = binned(
    examples.map(({ features }) => features),
    names.length,
  );
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const right = examples.reduce((sum, example) => sum + (example.right ? example.weight : 0), 0);
  const bias = rounded(Math.log((right + 0.5) / (total - right + 0.5)));
  const state: State = {
    score: new Float64Array(examples.length).fill(bias),
    gradient: new Float64Array(examples.length),
    curve: new Float64Array(examples.length),
    weight: Float64Array.from(examples, ({ weight }) => weight),
  };
  const gains = new Float64Array(names.length);
  const trees: Tree<Name>[] = [];
  for (let t = 0; t < options.trees; t++) {
    examples.forEach((example, i) => {
      const chance = 1 / (1 + Math.exp(-state.score[i]!));
      state.gradient[i] = example.weight * ((example.right ? 1 : 0) - chance);
      state.curve[i] = example.weight * Math.max(1e-6, chance * (1 - chance));
    });
    trees.push(grow(names, data, state, options, gains));
  }
  return { bias, worth: worthOf(names, gains), trees };
}

/** Of each example: what the trees say so far, which way and how steeply that should change, and how much it counts. */
type State = {
  readonly score: Float64Array;
  readonly gradient: Float64Array;
  readonly curve: Float64Array;
  readonly weight: Float64Array;
};

type Split = { readonly feature: number; readonly bin: number; readonly gain: number };

/** Gradient, curve and weight of the examples of a leaf, added up: three numbers a bin, bin after bin, feature after feature. */
type Sums = Float64Array;

type Leaf = {
  readonly members: Int32Array;
  readonly sums: Sums;
  readonly split: Split | undefined;
  children?: [Leaf, Leaf];
};

/** The tree that corrects `state` best, leaf by leaf where most is gained; adds its answers to the scores and what was gained to `gains`. */
function grow<Name extends string>(
  names: readonly Name[],
  data: Binned,
  state: State,
  options: TreeOptions,
  gains: Float64Array,
): Tree<Name> {
  const leafOf = (members: Int32Array, sums: Sums): Leaf => ({ members, sums, split: bestSplit(data, sums, options) });
  const all = Int32Array.from(state.score.keys());
  const root = leafOf(all, sumsOf(data, state, all));
  const open = [root];
  while (open.length < options.leaves) {
    const best = open.reduce((most, leaf) => ((leaf.split?.gain ?? 0) > (most.split?.gain ?? 0) ? leaf : most));
    if (best.split === undefined) break;
    gains[best.split.feature]! += best.split.gain;
    best.children = parted(data, state, best, best.split).map(({ members, sums }) => leafOf(members, sums)) as [
      Leaf,
      Leaf,
    ];
    open.splice(open.indexOf(best), 1, ...best.children);
  }
  const written = (leaf: Leaf): Tree<Name> => {
    if (leaf.children === undefined) return answer(state, leaf, options);
    const { feature, bin } = leaf.split!;
    return [names[feature]!, data.thresholds[feature]![bin]!, written(leaf.children[0]), written(leaf.children[1])];
  };
  return written(root);
}

/** The log-odds that a leaf answers with, added to the scores of its examples. */
function answer({ gradient, curve, score }: State, { members }: Leaf, { rate, ridge }: TreeOptions): number {
  let push = 0;
  let steep = ridge;
  for (const i of members) {
    push += gradient[i]!;
    steep += curve[i]!;
  }
  const value = rounded((rate * push) / steep);
  for (const i of members) score[i]! += value;
  return value;
}

function sumsOf(data: Binned, { gradient, curve, weight }: State, members: Int32Array): Sums {
  const sums = new Float64Array(3 * data.width);
  data.bins.forEach((bins, feature) => {
    const from = data.starts[feature]!;
    if (data.thresholds[feature]!.length === 0) return;
    for (const i of members) {
      const at = 3 * (from + bins[i]!);
      sums[at]! += gradient[i]!;
      sums[at + 1]! += curve[i]!;
      sums[at + 2]! += weight[i]!;
    }
  });
  return sums;
}

/** The two parts of a leaf; the sums of the larger are what the smaller leaves over. */
function parted(
  data: Binned,
  state: State,
  { members, sums }: Leaf,
  { feature, bin }: Split,
): { readonly members: Int32Array; readonly sums: Sums }[] {
  const bins = data.bins[feature]!;
  const parts = [members.filter((i) => bins[i]! <= bin), members.filter((i) => bins[i]! > bin)];
  const smaller = parts[0]!.length <= parts[1]!.length ? 0 : 1;
  const few = sumsOf(data, state, parts[smaller]!);
  const many = sums.map((sum, at) => sum - few[at]!);
  return parts.map((part, i) => ({ members: part, sums: i === smaller ? few : many }));
}

/** The question that gains most; the first of equals. `undefined` when none gains. */
function bestSplit(data: Binned, sums: Sums, { least, ridge }: TreeOptions): Split | undefined {
  let best: Split | undefined;
  data.thresholds.forEach((thresholds, feature) => {
    const from = 3 * data.starts[feature]!;
    const to = from + 3 * thresholds.length;
    let [gradient, curve, weight] = [0, 0, 0];
    for (let at = from; at <= to; at += 3) {
      gradient += sums[at]!;
      curve += sums[at + 1]!;
      weight += sums[at + 2]!;
    }
    const whole = gradient ** 2 / (curve + ridge);
    let [g, c, w] = [0, 0, 0];
    for (let at = from; at < to; at += 3) {
      g += sums[at]!;
      c += sums[at + 1]!;
      w += sums[at + 2]!;
      if (w < least || weight - w < least) continue;
      const gain = g ** 2 / (c + ridge) + (gradient - g) ** 2 / (curve - c + ridge) - whole;
      if (gain > (best?.gain ?? 1e-6)) best = { feature, bin: (at - from) / 3, gain };
    }
  });
  return best;
}

function worthOf<Name extends string>(names: readonly Name[], gains: Float64Array): Trees<Name>["worth"] {
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  const shares = names.map((name, i) => [name, Math.round((1000 * gains[i]!) / total) / 10] as const);
  return Object.fromEntries(
    shares.filter(([, share]) => share > 0).sort((a, b) => b[1] - a[1]),
  ) as Trees<Name>["worth"];
}

/** Answers are kept as the model file holds them. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
