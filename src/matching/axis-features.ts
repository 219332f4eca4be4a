/** Writes how the value of a term on one axis agrees with what the row says of that axis: in its fields, in its words, around it. */
import { EXACT } from "./binding.ts";
import type { Evidence } from "./evidence.ts";
import { AT as F } from "./feature-names.ts";
import type { Hint } from "./row-hints.ts";

/** Writes at `out[at…]` that a value fits `evidence` by `fit`; a term without a method agrees with none and contradicts none. `ofRow`: what stands around the row says its technique. */
export function writeEvidence(
  evidence: Evidence,
  ofRow: boolean,
  value: number,
  fit: number,
  out: Float32Array,
  at: number,
): void {
  const { axis, source } = evidence;
  switch (axis) {
    case "property":
      if (source === "unit") raise(out, at, fit, F["property.unit"], F["property.unit.contradicts"]);
      else if (source === "siblings") raise(out, at, fit, F["property.siblings"], F["property.siblings.contradicts"]);
      else raise(out, at, fit, F["property.stated"], F["property.stated.contradicts"]);
      break;
    case "time":
      raise(out, at, fit, F["time.stated"], F["time.contradicts"]);
      break;
    case "system":
      if (fit > EXACT && source !== "chapter" && source !== "habit") out[at + F["system.best"]] = 1;
      if (source === "specimen") raise(out, at, fit, F["system.field"], F["system.field.contradicts"]);
      else if (source === "exam") raise(out, at, fit, F["system.exam"], F["system.exam.contradicts"]);
      else if (source === "chapter") raise(out, at, fit, F["system.chapter"], F["system.chapter.contradicts"]);
      else if (source === "siblings") raise(out, at, fit, F["system.siblings"], F["system.siblings.contradicts"]);
      else if (source === "habit") raise(out, at, fit, F["system.habit"], F["system.habit.contradicts"]);
      else raise(out, at, fit, F["system.label"], F["system.label.contradicts"]);
      break;
    case "scale":
      raise(out, at, fit, F["scale.stated"], F["scale.contradicts"]);
      break;
    case "method":
      if (value === 0) break;
      if (ofRow) raise(out, at, fit, F["method.label"], F["method.contradicts"]);
      else if (source === "exam") raise(out, at, fit, F["method.exam"], F["method.exam.contradicts"]);
      else if (source === "chapter") raise(out, at, Math.max(0, fit), F["method.chapter"], F["method.contradicts"]);
      else if (source === "method") raise(out, at, fit, F["method.stated"], F["method.contradicts"]);
      else raise(out, at, fit, F["method.label"], F["method.contradicts"]);
      break;
  }
}

/** The same of a hint that a word gives. */
export function writeHint({ axis, said }: Hint, fit: number, out: Float32Array, at: number): void {
  switch (axis) {
    case "property":
      raise(out, at, fit, F["property.hint"], F["property.hint.contradicts"]);
      break;
    case "time":
      raise(out, at, fit, F["time.stated"], F["time.contradicts"]);
      break;
    case "system":
      if (said) raise(out, at, fit, F["system.label"], F["system.label.contradicts"]);
      else raise(out, at, fit, F["system.hint"], F["system.hint.contradicts"]);
      if (said && fit > EXACT) out[at + F["system.best"]] = 1;
      break;
    case "scale":
      raise(out, at, fit, F["scale.stated"], F["scale.contradicts"]);
      break;
    case "method":
      out[at + F["method.hint"]] = Math.max(out[at + F["method.hint"]]!, fit);
      break;
  }
}

/** Several pieces of evidence may bear on one axis: the best agreement and the worst contradiction count. */
function raise(out: Float32Array, at: number, fit: number, agrees: number, contradicts: number): void {
  if (fit > 0) out[at + agrees] = Math.max(out[at + agrees]!, fit);
  else if (fit < 0) out[at + contradicts] = Math.max(out[at + contradicts]!, -fit);
}
