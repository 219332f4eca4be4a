import type { Logistic } from "../matching/logistic.ts";
import type { ChanceExample } from "./chance-example.ts";
import { named } from "./named.ts";
import { trainLogistic } from "./train-logistic.ts";

const RIDGE = 1;

/** The logistic model that `examples` teach; their features are in the order of `names`, the first of which is the bias. */
export function logistic<Name extends string>(
  names: readonly Name[],
  examples: readonly ChanceExample[],
): Logistic<Name> {
  return { weights: named(names, trainLogistic(examples, names.length, RIDGE)) };
}
