/** Short labels that mean several things mean what their exam is about: `BH` of a Widal is an antibody, no Hansen's bacillus. */
import type { BoundAnalyte } from "./binding.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { changedReading, changedSegment, toldAnalyte } from "./segment.ts";
import { spokenSegments } from "./spoken.ts";

const SHORT = /^\p{L}{1,3}$/u;
const LIKELY = 0.5;
/** An organism as components begin with it: `Salmonella sp Ab`. */
const ORGANISM = /^([A-Z][a-z]+) (?!identified|observation)[a-z]+/;

/** `label`, when it is one short word, with those of its meanings alone that one of `exams` names, or that tell of the organism that it names. */
export function withExamsMeaning(label: TextReading, exams: readonly TextReading[]): TextReading {
  const [only, ...others] = spokenSegments(label);
  if (only === undefined || others.length > 0 || !SHORT.test(only.text)) return label;
  if (new Set(only.analytes.map(({ component }) => component)).size < 2) return label;
  const around = exams.flatMap(({ segments }) => segments).flatMap(named);
  const kept = only.analytes.filter((analyte) => around.some((other) => isAlike(analyte, other)));
  if (kept.length === 0 || kept.length === only.analytes.length) return label;
  return changedReading(label, {
    segments: label.segments.map((segment) =>
      segment === only ? changedSegment(segment, { analytes: kept.map(toldAnalyte) }) : segment,
    ),
  });
}

function named({ recognition, analytes }: Segment): BoundAnalyte[] {
  return recognition === "form" ? analytes.filter(({ modifier, prior }) => !modifier && prior >= LIKELY) : [];
}

function isAlike({ component }: BoundAnalyte, other: BoundAnalyte): boolean {
  if (component === other.component) return true;
  const genus = ORGANISM.exec(component)?.[1];
  return genus !== undefined && genus === ORGANISM.exec(other.component)?.[1];
}
