/** A direct examination looks for what its exam does: that of a parasitology of stool is no stain of bacteria. */
import type { BoundAnalyte } from "./binding.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { changedReading, changedSegment } from "./segment.ts";

const OBSERVED = "Microscopic observation";
const DIRECT = /^(ex|exam|examen|e)?[\s.]*(d|dir|direct|microscopique)$/i;
const PARASITES = "Ova & parasites identified";

/** `label` with the search for parasites instead of a plain observation, when its one exam is that search. */
export function withParasites(label: TextReading, exams: readonly TextReading[]): TextReading {
  const [exam, ...others] = exams;
  if (exam === undefined || others.length > 0 || !label.segments.some(isObserved)) return label;
  const parasites = exam.segments.flatMap(searched);
  if (parasites.length === 0) return label;
  const segments = label.segments.map((segment) =>
    isObserved(segment) ? changedSegment(segment, { analytes: parasites }) : segment,
  );
  return changedReading(label, { segments });
}

/** True for an observation that says no more than that: what is usually meant is Gram's stain, where nothing says so. */
function isObserved({ recognition, text, analytes }: Segment): boolean {
  return (
    recognition === "form" &&
    DIRECT.test(text) &&
    analytes.length > 0 &&
    analytes.every(({ component }) => component === OBSERVED)
  );
}

/** The search for parasites, of a name that means nothing else. */
function searched({ analytes }: Segment): readonly BoundAnalyte[] {
  return analytes.length > 0 && analytes.every(({ component }) => component === PARASITES) ? analytes : [];
}
