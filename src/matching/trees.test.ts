import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceByTrees, type Tree, type Trees } from "./trees.ts";

const NAMES = ["a", "b", "c"] as const;
type Name = (typeof NAMES)[number];
const model = (...trees: Tree<Name>[]): Trees<Name> => ({ bias: 0, worth: {}, trees });
const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** The answer of a tree, read as it is written. */
function answerOf(tree: Tree<Name>, features: readonly number[]): number {
  if (typeof tree === "number") return tree;
  const [name, threshold, atMost, above] = tree;
  return answerOf(features[NAMES.indexOf(name)]! > threshold ? above : atMost, features);
}

const feature = fc.integer({ min: -3, max: 3 });
const { tree } = fc.letrec<{ tree: Tree<Name> }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: -10, max: 10 }).map((n) => n / 10),
    fc.tuple(fc.constantFrom(...NAMES), feature, tie("tree"), tie("tree")),
  ),
}));

describe("trees", () => {
  it("take the second way when the feature is above the threshold, the first when it is equal", () => {
    const one = model(["b", 2, -1, 1]);
    expect(chanceByTrees(one, NAMES, [0, 2, 0])).toBeCloseTo(chance(-1));
    expect(chanceByTrees(one, NAMES, [0, 2.1, 0])).toBeCloseTo(chance(1));
  });

  it("answer together what each answers as it is written", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), fc.tuple(feature, feature, feature), (trees, features) => {
        const sum = trees.reduce<number>((all, one) => all + answerOf(one, features), 0);
        expect(chanceByTrees(model(...trees), NAMES, features)).toBeCloseTo(
          Math.min(0.995, Math.max(0.005, chance(sum))),
        );
      }),
    );
  });

  it("refuse a model that asks for a feature that nobody writes", () => {
    const foreign = model(["d" as Name, 0, 0, 1]);
    expect(() => chanceByTrees(foreign, NAMES, [0, 0, 0])).toThrow("unknown feature d");
  });
});
