/** A label that says no more than *conclusion*: it has a code only where what its exam names is itself interpreted, as haemoglobin patterns are. */
import type { Binding } from "./binding.ts";
import { listAt } from "./lists.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { remembering } from "./remembering.ts";
import { changedReading, changedSegment } from "./segment.ts";
import { spokenSegments } from "./spoken.ts";

/** From this strength on a word is a line of the report when it stands alone. */
const STRONG = 0.75;

/** `label` without what it narrows, when it is a line of the report and no exam names what has an interpretation. */
export function withConclusion(binding: Binding, label: TextReading, exams: readonly TextReading[]): TextReading {
  const spoken = spokenSegments(label);
  if (spoken.length === 0 || !spoken.every(isLine)) return label;
  const bases = exams.flatMap(({ segments }) => segments).flatMap(({ analytes }) => analytes.map(({ base }) => base));
  if (bases.some((base) => isInterpreted(binding, String(base)))) return label;
  return changedReading(label, {
    segments: label.segments.map((segment) => changedSegment(segment, { analytes: [] })),
  });
}

function isLine({ administrative, analytes }: Segment): boolean {
  return administrative >= STRONG && analytes.every(({ modifier }) => modifier);
}

const isInterpreted = remembering(({ index }, number): boolean => {
  const { property } = index.release.coded;
  return listAt(index.termsOfBase, Number(number)).some((term) => property.values[property.ids[term]!] === "Imp");
});
