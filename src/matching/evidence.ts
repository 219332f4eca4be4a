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

/**
 * What of `evidence` is the technique of the rows of an exam, though only its name says it: one that separates what it measures, or shows it on a blot,
 * where neither row nor exam says another. The albumin of an electrophoresis is no other one, nor the `SM` of an `ENA DOT`.
 */
export function techniquesOfRows(evidence: readonly Evidence[]): ReadonlySet<Evidence> {
  const around = evidence.filter(({ axis, source }) => axis === "method" && AROUND.has(source));
  const others = evidence.some(
    ({ axis, source, values }) => axis === "method" && source !== "unit" && values[0] !== BLOT,
  );
  return new Set(
    around.filter(
      ({ source, values: [first] }) =>
        (first === "Electrophoresis" && source === "exam") || (first === BLOT && !others),
    ),
  );
}

const AROUND: ReadonlySet<Source> = new Set(["exam", "chapter"]);
const BLOT = "IB";
