/** A direct examination looks for what its exam does: that of a parasitology of stool, or of a mycology of nails, is no stain of bacteria. */
import type { BoundAnalyte } from "./binding.ts";
import type { Reader, Segment, TextReading } from "./read-text.ts";
import { SCRAPED } from "./row-specimens.ts";
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

const FUNGI = new Set(["Fungus", "Fungus identified"]);
const POTASH = "KOH";

/** `label` with the examination in potash instead of a plain observation, where an exam looks for fungi in what is scraped off, or the `specimen` is: others are stained, or looked at as they are. */
export function withPotash(
  read: Reader,
  label: TextReading,
  exams: readonly TextReading[],
  specimen: string,
): TextReading {
  if (!label.segments.some(isObserved)) return label;
  const around = exams.flatMap(({ segments }) => segments);
  if (!around.some(({ analytes }) => analytes.some(({ component }) => FUNGI.has(component)))) return label;
  const stated = read(specimen).segments.flatMap((segment) => segment.specimen?.name ?? []);
  const named = stated.length > 0 ? stated : around.flatMap((segment) => segment.specimen?.name ?? []);
  if (named.length === 0 || !named.every((name) => SCRAPED.has(name))) return label;
  const [potash] = read(POTASH).segments;
  const segments = label.segments.map((segment) =>
    isObserved(segment) ? changedSegment(segment, { analytes: potash!.analytes, axes: potash!.axes }) : segment,
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
