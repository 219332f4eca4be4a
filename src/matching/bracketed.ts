/** What stands in brackets is LOINC's property, as reports write it: `Bactéries identifiées [Identifiant] Urine` names no patient. */
import type { TextReading } from "./read-text.ts";
import { changedReading, changedSegment } from "./segment.ts";

/** `label` whose words in brackets say nothing administrative. */
export function withBracketed(label: TextReading): TextReading {
  const { text, segments } = label;
  const isBracketed = (start: number, end: number): boolean => text[start - 1] === "[" && text[end] === "]";
  if (!segments.some(({ administrative, start, end }) => administrative > 0 && isBracketed(start, end))) return label;
  return changedReading(label, {
    segments: segments.map((segment) =>
      isBracketed(segment.start, segment.end) ? changedSegment(segment, { administrative: 0 }) : segment,
    ),
  });
}
