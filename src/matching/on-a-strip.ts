/** What an examination of urine measures under the name of something else: a strip's "albumin" is protein, its "leukocytes" are their esterase, "blood" is haemoglobin. */
import type { AnalyteSense } from "../lexicon/senses.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { remembering } from "./remembering.ts";
import { changedReading, changedSegment } from "./segment.ts";
import { spokenSegments } from "./spoken.ts";

const STRIP = "Test strip";
const MEASURED: ReadonlyMap<string, string> = new Map([
  ["Albumin", "Protein"],
  ["Leukocytes", "Leukocyte esterase"],
  ["Erythrocytes", "Hemoglobin"],
]);

const senseOf = remembering((_binding, component): AnalyteSense => {
  const hints = { system: ["Urine"], property: ["PrThr"], time: [], scale: ["Ord"], method: [STRIP] };
  return { kind: "analyte", component, prior: 0.9, hints };
});

/** `label` with what the strip measures beside what it names, when what is `said` around it (its exams, its method) names a strip. */
export function withStrip(binding: Binding, label: TextReading, said: readonly TextReading[]): TextReading {
  const spoken = spokenSegments(label);
  if (spoken.length > 0 && spoken.every(isBlood) && said.some(isOfUrine))
    return changedReading(label, { segments: label.segments.map(bloodIn) });
  if (!said.some(isStrip)) return label;
  return changedReading(label, { segments: label.segments.map((segment) => onStrip(binding, segment)) });
}

/** `Sang` of a urine examination is the haemoglobin that is looked for, no specimen. */
function isBlood({ specimen, analytes }: Segment): boolean {
  return specimen?.systems.get("Bld") === 1 && analytes.some(({ component }) => component === "Hemoglobin");
}

function bloodIn(segment: Segment): Segment {
  return changedSegment(segment, { specimen: undefined, analytes: segment.analytes.map(surely) });
}

function surely(analyte: BoundAnalyte): BoundAnalyte {
  return analyte.component === "Hemoglobin" ? { ...analyte, prior: 0.9 } : analyte;
}

function isOfUrine({ segments }: TextReading): boolean {
  return segments.some(({ specimen }) => specimen?.systems.get("Urine") === 1);
}

function isStrip({ segments }: TextReading): boolean {
  return segments.some(({ axes }) => axes.some(({ kind, values }) => kind === "method" && values[0] === STRIP));
}

function onStrip(binding: Binding, segment: Segment): Segment {
  const measured = new Set(segment.analytes.flatMap(({ component }) => MEASURED.get(component) ?? []));
  if (measured.size === 0) return segment;
  const more = [...measured].map((component) => binding.analyte(senseOf(binding, component)));
  return changedSegment(segment, { analytes: [...segment.analytes, ...more] });
}
