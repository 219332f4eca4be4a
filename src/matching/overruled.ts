/** Techniques that a word states against those that the name of an analyte implies: `CMIA` against the haemagglutination of `TPHA`. */
import type { Binding, Fit } from "./binding.ts";

/**
 * True when `stated` fits no technique that `implied` fits, and one of `bases` is measured by it: the culture of `Anaerobic Bottle Gram Stain` leaves
 * the stain alone, since nothing is both.
 */
export function overrules(binding: Binding, stated: Fit, implied: Fit, bases: readonly number[]): boolean {
  if (stated.some((fit, method) => fit > 0 && implied[method]! > 0)) return false;
  const { release, termsOfBase } = binding.index;
  const methods = release.coded.method.ids;
  return bases.some(
    (base) =>
      base >= 0 &&
      termsOfBase.items
        .subarray(termsOfBase.starts[base]!, termsOfBase.starts[base + 1]!)
        .some((term) => stated[methods[term]!]! > 0),
  );
}
