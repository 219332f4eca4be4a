/** A forest of small regression trees: what it adds to the score of a candidate. */

/** A leaf adds `add`; a split goes to `below` when the feature is at most `at`, else to `above`. */
export type Tree<Name extends string> =
  | { readonly add: number }
  | { readonly feature: Name; readonly at: number; readonly below: Tree<Name>; readonly above: Tree<Name> };

/** Trees laid out flat. Node `i`: a leaf when `feature[i]` is -1, with its value in `at[i]`; else `below[i]` and `above[i]` are its children. */
export type Forest = {
  readonly roots: Uint32Array;
  readonly feature: Int16Array;
  readonly at: Float64Array;
  readonly below: Uint32Array;
  readonly above: Uint32Array;
};

/** `trees` ready to be asked; features that `names` does not hold count as 0. */
export function forestOf<Name extends string>(trees: readonly Tree<Name>[], names: readonly Name[]): Forest {
  const numbers = new Map(names.map((name, i) => [name, i]));
  const feature: number[] = [];
  const at: number[] = [];
  const below: number[] = [];
  const above: number[] = [];
  const lay = (tree: Tree<Name>): number => {
    const node = feature.length;
    feature.push(-1);
    at.push(0);
    below.push(0);
    above.push(0);
    if ("add" in tree) at[node] = tree.add;
    else {
      const number = numbers.get(tree.feature);
      if (number === undefined) throw new Error(`no feature is named ${tree.feature}`);
      feature[node] = number;
      at[node] = tree.at;
      below[node] = lay(tree.below);
      above[node] = lay(tree.above);
    }
    return node;
  };
  const roots = Uint32Array.from(trees, lay);
  return {
    roots,
    feature: Int16Array.from(feature),
    at: Float64Array.from(at),
    below: Uint32Array.from(below),
    above: Uint32Array.from(above),
  };
}

/** What the trees add up to for the features at `features[from…]`. */
export function sumOf({ roots, feature, at, below, above }: Forest, features: Float32Array, from: number): number {
  let sum = 0;
  for (const root of roots) {
    let node = root;
    while (feature[node]! >= 0) node = features[from + feature[node]!]! <= at[node]! ? below[node]! : above[node]!;
    sum += at[node]!;
  }
  return sum;
}
