/** What a row's words and fields say of each axis, one function a kind of source; each adds to `evidence`, whose order is that of the reasons given. */
import type { AxisSense, Section } from "../lexicon/senses.ts";
import type { UnitReading } from "../lexicon/units.ts";
import type { Binding, Fit } from "./binding.ts";
import { axisEvidence, type Evidence, systemEvidence } from "./evidence.ts";
import { isNarrowed } from "./narrower-technique.ts";
import { overrules } from "./overruled.ts";
import { countedBy } from "./per-field.ts";
import type { Reader, Segment, TextReading } from "./read-text.ts";
import type { Row, Source } from "./row.ts";
import { type StatedSpecimen, specimenOfField } from "./specimen.ts";
import { swallowedTechniques } from "./swallowed.ts";

/** What label or synonym says in words, with the specimen found in them; `techniques` stand above those that names imply. */
export function addWords(
  binding: Binding,
  source: Source,
  reading: TextReading,
  specimen: StatedSpecimen | undefined,
  techniques: readonly Fit[],
  evidence: Evidence[],
): void {
  if (specimen) evidence.push(systemEvidence(source, specimen));
  const said: AxisSense[][] = [];
  for (const segment of reading.segments) said.push([...segment.axes, ...swallowedTechniques(binding, segment)]);
  const all = said.flat();
  for (const [i, segment] of reading.segments.entries()) {
    for (const sense of said[i]!)
      if (!isNarrowed(sense, all) && !isOverruled(binding, segment, sense, techniques))
        evidence.push(axisEvidence(binding, source, segment.text, sense));
  }
}

/** True when one of `techniques` overrules the one that the analyte that `segment` names implies. */
function isOverruled(
  binding: Binding,
  { analytes }: Segment,
  { kind, values }: AxisSense,
  techniques: readonly Fit[],
): boolean {
  if (kind !== "method" || analytes.length === 0 || techniques.length === 0) return false;
  const implied = binding.values("method", values);
  const bases = analytes.map(({ base }) => base);
  return techniques.some((technique) => overrules(binding, technique, implied, bases));
}

/** The times that a specimen's name states: `urines de 24 h`. */
export function addTimes(binding: Binding, read: Reader, source: Source, text: string, evidence: Evidence[]): void {
  for (const { axes } of read(text).segments)
    for (const sense of axes) if (sense.kind === "time") evidence.push(axisEvidence(binding, source, text, sense));
}

/** The specimen that is merely customary around the row. */
export function addUsualSpecimen(
  binding: Binding,
  read: Reader,
  source: Source,
  text: string,
  evidence: Evidence[],
): void {
  const usual = specimenOfField(binding, read, text);
  if (usual) evidence.push(systemEvidence(source, usual));
}

/** The techniques and times that the name of an exam or a chapter says. */
export function addTechniquesAndTimes(
  binding: Binding,
  source: Source,
  { segments }: TextReading,
  evidence: Evidence[],
): void {
  for (const segment of segments)
    for (const sense of [...segment.axes, ...swallowedTechniques(binding, segment)])
      if (sense.kind === "method" || sense.kind === "time")
        evidence.push(axisEvidence(binding, source, segment.text, sense));
}

/** What `unit` measures; without one, what the units around the row do. */
export function addUnits(binding: Binding, row: Row, unit: UnitReading | undefined, evidence: Evidence[]): void {
  if (unit === undefined) {
    const around = row.context.siblingUnit;
    addProperties(binding, "siblings", around, binding.lexicon.units.read(around), evidence);
    return;
  }
  const text = row.unit || row.unitCode || unit.ucum;
  addProperties(binding, "unit", text, unit, evidence);
  const counted = countedBy(binding, unit);
  if (counted) evidence.push({ axis: "method", source: "unit", text, fit: counted, values: [] });
  if (unit.time !== "") evidence.push(axisEvidence(binding, "unit", text, { kind: "time", values: [unit.time] }));
}

function addProperties(
  binding: Binding,
  source: Source,
  text: string,
  unit: UnitReading | undefined,
  evidence: Evidence[],
): void {
  if (unit === undefined || unit.properties.size === 0) return;
  const fit = binding.weights("property", unit.properties);
  evidence.push({ axis: "property", source, text, fit, values: [...unit.properties.keys()] });
}

const AXES_OF_FIELDS = ["property", "time", "scale", "method"] as const;

/** What the fields say that are called after an axis; the method's may say the scale, where that is empty. */
export function addFields(binding: Binding, read: Reader, row: Row, evidence: Evidence[]): void {
  for (const axis of AXES_OF_FIELDS) {
    const text = row[axis];
    if (text.trim() === "") continue;
    const sense = read(text)
      .segments.flatMap((segment) => segment.axes)
      .find((candidate) => candidate.kind === axis);
    const value = binding.value(axis, text.trim());
    const values = sense?.values ?? (value === undefined ? undefined : [value]);
    if (values) evidence.push(axisEvidence(binding, axis, text, { kind: axis, values }));
  }
  if (row.scale.trim() !== "") return;
  for (const { axes } of read(row.method).segments)
    for (const sense of axes)
      if (sense.kind === "scale") evidence.push(axisEvidence(binding, "method", row.method, sense));
}

/** The specimen that the row's chapters are about. */
export function addSectionSpecimen(
  binding: Binding,
  row: Row,
  sections: readonly Section[],
  evidence: Evidence[],
): void {
  const { specimens } = binding.lexicon;
  const section = sections.find(({ specimen }) => specimens.has(specimen));
  if (section === undefined) return;
  const specimen = specimens.get(section.specimen)!;
  const text = row.context.subchapter || row.context.chapter;
  const fit = binding.specimen(specimen);
  evidence.push({ axis: "system", source: "chapter", text, fit, values: [specimen.name] });
}
