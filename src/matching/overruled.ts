/** Techniques that a word states against those that the name of an analyte implies: `CMIA` against the haemagglutination of `TPHA`. */

import type { Binding, Fit } from "./binding.ts";
import { listAt } from "./lists.ts";
import type { TextReading } from "./read-text.ts";

/**
 * True when `stated` fits no technique that `implied` fits, and one of `bases` is measured by it: the culture of `Anaerobic Bottle Gram Stain` leaves
 * the stain alone, since nothing is both.
 */
export function overrules(binding: Binding, stated: Fit, implied: Fit, bases: readonly number[]): boolean {
  return !stated.some((fit, method) => fit > 0 && implied[method]! > 0) && isMeasuredBy(binding, stated, bases);
}

/** True when the reference measures one of `bases` by a technique that `stated` fits. */
export function isMeasuredBy(binding: Binding, stated: Fit, bases: readonly number[]): boolean {
  const { release, termsOfBase } = binding.index;
  const methods = release.coded.method.ids;
  return bases.some((base) => listAt(termsOfBase, base).some((term) => stated[methods[term]!]! > 0));
}

/** The techniques that words of `text` surely say by themselves, not as part of an analyte's name. */
export function techniquesSaid(binding: Binding, text: TextReading | undefined): Fit[] {
  return (text?.segments ?? [])
    .filter(({ recognition, analytes }) => recognition === "form" && analytes.length === 0)
    .flatMap(({ axes }) => axes)
    .filter(({ kind, values }) => kind === "method" && values[0] !== "")
    .map(({ values }) => binding.values("method", values));
}
