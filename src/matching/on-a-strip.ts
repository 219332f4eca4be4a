/** What an examination of urine measures under the name of something else: a strip's "albumin" is protein, its "leukocytes" are their esterase, "acetone" is ketones, "blood" is haemoglobin. */
import type { AnalyteSense } from "../lexicon/senses.ts";
import { type Binding, type BoundAnalyte, SURELY } from "./binding.ts";
import { isOfSediment } from "./in-sediment.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { remembering } from "./remembering.ts";
import { changedReading, changedSegment, toldAnalyte } from "./segment.ts";
import { spokenSegments } from "./spoken.ts";

const STRIP = "Test strip";
const MEASURED: ReadonlyMap<string, string> = new Map([
  ["Albumin", "Protein"],
  ["Leukocytes", "Leukocyte esterase"],
  ["Erythrocytes", "Hemoglobin"],
  ["Acetone", "Ketones"],
]);

const senseOf = remembering((_binding, component): AnalyteSense => {
  const hints = { system: ["Urine"], property: ["PrThr"], time: [], scale: ["Ord"], method: [STRIP] };
  return { kind: "analyte", component, prior: 0.9, hints };
});

/** What a strip looks for under its own name; its sense tells that the presence is meant. */
const LOOKED_FOR = ["Protein", "Glucose", "Ketones", "Nitrite", "Bilirubin", "Urobilinogen", "Hemoglobin"];

/** `label` with what the strip measures beside what it names, when it, or what is `said` around it (its exams, its method), names a strip. */
export function withStrip(binding: Binding, label: TextReading, said: readonly TextReading[]): TextReading {
  const spoken = spokenSegments(label);
  if (spoken.length > 0 && spoken.every(isBlood) && said.some(isOfUrine))
    return changedReading(label, { segments: label.segments.map(bloodIn) });
  if (![label, ...said].some(isStrip) && !said.some(isSugarAndAlbumin)) return label;
  return changedReading(label, { segments: label.segments.map((segment) => onStrip(binding, segment)) });
}

/** Urine of a day is measured, not looked at. */
const A_DAY = /(?<!\d)24 ?h/i;

/**
 * `label` with what a strip looks for beside what it names, when one of `exams` is an examination of urine (`ECU`, `Urinalysis`), strip named or not. Of
 * rows that have no unit: with one they are measured.
 */
export function withUrinalysis(binding: Binding, label: TextReading, exams: readonly TextReading[]): TextReading {
  if (exams.some(({ text }) => A_DAY.test(text))) return label;
  if (!exams.some((exam) => isOfSediment(exam) || (isStrip(exam) && isOfUrine(exam)))) return label;
  const segments = label.segments.map((segment) => {
    const named = segment.analytes.find(({ component, prior }) => LOOKED_FOR.includes(component) && prior >= SURELY);
    if (named === undefined) return segment;
    const sense = binding.analyte(senseOf(binding, named.component));
    return changedSegment(segment, { analytes: [...segment.analytes, sense] });
  });
  return changedReading(label, { segments });
}

/** `Sang` of a urine examination is the haemoglobin that is looked for, no specimen. */
function isBlood({ specimen, analytes }: Segment): boolean {
  return specimen?.systems.get("Bld") === 1 && analytes.some(({ component }) => component === "Hemoglobin");
}

function bloodIn(segment: Segment): Segment {
  return changedSegment(segment, { specimen: undefined, analytes: segment.analytes.map(surely) });
}

function surely(analyte: BoundAnalyte): BoundAnalyte {
  return analyte.component === "Hemoglobin" ? toldAnalyte(analyte) : analyte;
}

function isOfUrine({ segments }: TextReading): boolean {
  return segments.some(({ specimen }) => specimen?.systems.get("Urine") === 1);
}

function isStrip({ segments }: TextReading): boolean {
  return segments.some(({ axes }) => axes.some(({ kind, values }) => kind === "method" && values[0] === STRIP));
}

/** *Sucre et albumine* of urine are what was looked for before strips had more fields. */
function isSugarAndAlbumin(text: TextReading): boolean {
  const named = new Set(
    spokenSegments(text)
      .filter(({ specimen }) => specimen === undefined)
      .flatMap(({ analytes }) => analytes.find(({ prior }) => prior >= SURELY)?.component ?? ""),
  );
  return named.size === 2 && named.has("Albumin") && named.has("Glucose") && /\bsucre/i.test(text.text);
}

function onStrip(binding: Binding, segment: Segment): Segment {
  const measured = new Set(segment.analytes.flatMap(({ component }) => MEASURED.get(component) ?? []));
  if (measured.size === 0) return segment;
  const more = [...measured].map((component) => binding.analyte(senseOf(binding, component)));
  return changedSegment(segment, { analytes: [...segment.analytes, ...more] });
}
