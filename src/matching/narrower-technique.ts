/** Techniques of one label that narrow each other: `CULT ANAEROBIE` says a culture of anaerobes, not any culture. */
import type { AxisSense } from "../lexicon/senses.ts";

/**
 * True when exactly one technique that `others` say first is one that `sense` may mean and does not mean first, and means no more than it: the wider
 * word then adds nothing. Two (`CULT AERO+ANA`) are still a culture.
 */
export function isNarrowed({ kind, values }: AxisSense, others: readonly AxisSense[]): boolean {
  const [first] = values;
  if (kind !== "method" || first === undefined || values.length < 2) return false;
  const narrower = others.filter(
    (other) => other.kind === "method" && values.indexOf(other.values[0]!) > 0 && !other.values.includes(first),
  );
  return new Set(narrower.map((other) => other.values[0])).size === 1;
}
