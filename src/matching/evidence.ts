/** A piece of evidence: what one field or word says of one axis. */
import type { AxisSense } from "../lexicon/senses.ts";
import type { Axis } from "../loinc/term.ts";
import type { Binding, Fit } from "./binding.ts";
import type { Source } from "./row.ts";
import type { StatedSpecimen } from "./specimen.ts";

/** What one field says of one axis; `fit` tells how well each value of that axis agrees. */
export type Evidence = {
  readonly axis: Exclude<Axis, "component">;
  readonly source: Source;
  readonly text: string;
  readonly fit: Fit;
  readonly values: readonly string[];
};

/** What the specimen that `source` states says of the system. */
export function systemEvidence(source: Source, { text, fit, values }: StatedSpecimen): Evidence {
  return { axis: "system", source, text, fit, values };
}

/** What a word that means values of an axis says of it; `text` is quoted. */
export function axisEvidence(
  binding: Binding,
  source: Source,
  text: string,
  { kind, values }: Pick<AxisSense, "kind" | "values">,
): Evidence {
  return { axis: kind, source, text, fit: binding.values(kind, values), values };
}

/** True for an exam that separates what it measures: that is the technique of its rows, the albumin of an electrophoresis is no other one. */
export function isSeparation({ axis, source, values }: Evidence): boolean {
  return axis === "method" && source === "exam" && values[0] === "Electrophoresis";
}
