/** Reads a row into evidence about each axis, each piece with the words that it comes from. */

import type { AxisSense, Section } from "../lexicon/senses.ts";
import { tokens } from "../lexicon/tokens.ts";
import { someQuantity, type UnitReading } from "../lexicon/units.ts";
import type { Axis } from "../loinc/term.ts";
import type { Binding, Fit } from "./binding.ts";
import { withoutDiscipline } from "./discipline.ts";
import { saysDosed } from "./dosed-antibiotic.ts";
import { isNarrowed } from "./narrower-technique.ts";
import { overrules, techniquesSaid } from "./overruled.ts";
import { countedBy } from "./per-field.ts";
import { readLabel } from "./read-label.ts";
import type { TextReading } from "./read-text.ts";
import { withoutReferenceValues } from "./reference-values.ts";
import { remembering } from "./remembering.ts";
import type { Row, Source } from "./row.ts";
import {
  isAnyBlood,
  isGeneral,
  isMostlySerum,
  narrowed,
  type StatedSpecimen,
  specimenIn,
  specimenOfField,
  specimenOfPanel,
  specimensOfExams,
  specimenUntaken,
} from "./specimen.ts";
import { swallowedTechniques } from "./swallowed.ts";
import { timingOf } from "./timing-of-text.ts";
import { meantUnit, withoutUnit } from "./unit-beside.ts";

/** What one field says of one axis; `fit` tells how well each value of that axis agrees. */
export type Evidence = {
  readonly axis: Exclude<Axis, "component">;
  readonly source: Source;
  readonly text: string;
  readonly fit: Fit;
  readonly values: readonly string[];
};

export type RowReading = {
  readonly row: Row;
  readonly label: TextReading;
  readonly synonym: TextReading | undefined;
  readonly exams: readonly TextReading[];
  readonly chapters: readonly TextReading[];
  readonly unit: UnitReading | undefined;
  readonly evidence: readonly Evidence[];
  /** Techniques that label and synonym say by words of their own: they stand above those that names imply. */
  readonly techniques: readonly Fit[];
  /** Words after `^` that the row states, and those that its exam states. */
  readonly timing: ReadonlySet<string>;
  readonly examTiming: ReadonlySet<string>;
  /** LOINC classes of the chapter it stands in; empty when unknown. */
  readonly classes: ReadonlySet<string>;
  readonly section: string;
  readonly administrative: number;
};

type Reader = (text: string) => TextReading;

/** The reading of `row`. */
export function readRow(binding: Binding, read: Reader, row: Row): RowReading {
  const { lexicon } = binding;
  const bare = (text: string): string => withoutUnit(binding, text, row.unit).text;
  const synonym = row.synonym.trim() === "" ? undefined : read(bare(withoutReferenceValues(row.synonym)));
  const exams = row.context.exams.map((exam) => read(bare(exam)));
  const stripped = withoutUnit(binding, withoutReferenceValues(row.label), row.unit);
  const label = readLabel(binding, read, row, withoutDiscipline(read, stripped.text), exams);
  const chapters = [row.context.subchapter, row.context.chapter].filter((text) => text !== "").map(read);
  const stated =
    lexicon.units.read(row.unit) ??
    lexicon.units.read(row.unitCode) ??
    label.unit ??
    lexicon.units.read(stripped.unit) ??
    (label.hasPercent ? lexicon.units.read("%") : someQuantity(row.unit)) ??
    (isTitre(label) ? lexicon.units.read("{titer}") : undefined);
  const unit = meantUnit(binding, label, stated);
  const evidence: Evidence[] = [];

  const specimenField =
    specimenOfField(binding, read, row.specimen) ?? specimenOfField(binding, read, row.specimenCode);
  const examSpecimen = specimenOfField(binding, read, row.context.examSpecimen);
  // an *ionogramme sanguin* is one of serum
  const ofExams = specimensOfExams(binding, exams).map((stated, i) => {
    const panel = isAnyBlood(stated) ? specimenOfPanel(binding, exams[i]!.text) : undefined;
    return panel && isMostlySerum(panel) ? panel : stated;
  });
  const ofExam = examSpecimen ?? ofExams.find((stated) => stated !== undefined);
  const untaken = specimenUntaken(binding, label);
  const inWords = untaken ?? specimenIn(binding, label, specimenField ? "by field" : ofExam && "by exam");
  const unsaid = inWords === undefined && (specimenField === undefined || isAnyBlood(specimenField));
  const ofPanels = exams.map((exam, i) => (unsaid && !ofExams[i] ? specimenOfPanel(binding, exam.text) : undefined));
  const serumPanel = ofPanels.some((stated) => stated && isMostlySerum(stated));
  // `Liquide` says nothing where label or exam say which, nor `Blood` under a panel of serum, and nothing that is taken says where the control
  // plasma comes from.
  const elsewhere = inWords ?? ofExam;
  const silent =
    untaken !== undefined ||
    (elsewhere !== undefined && isGeneral(specimenField) && !isGeneral(elsewhere)) ||
    (elsewhere === undefined && isAnyBlood(specimenField) && serumPanel);
  if (specimenField && !silent) evidence.push(systemEvidence("specimen", narrowed(binding, specimenField, inWords)));
  const techniques = [label, synonym].flatMap((text) => techniquesSaid(binding, text));
  const inLabel = (reading: TextReading, source: Source, stated: StatedSpecimen | undefined): void => {
    if (stated) evidence.push(systemEvidence(source, stated));
    const said = reading.segments.map((segment) => [...segment.axes, ...swallowedTechniques(binding, segment)]);
    const all = said.flat();
    for (const [i, segment] of reading.segments.entries()) {
      for (const sense of said[i]!) {
        if (isNarrowed(sense, all)) continue;
        if (segment.analytes.length > 0 && sense.kind === "method") {
          const implied = binding.values("method", sense.values);
          const bases = segment.analytes.map(({ base }) => base);
          if (techniques.some((technique) => overrules(binding, technique, implied, bases))) continue;
        }
        evidence.push({
          axis: sense.kind,
          source,
          text: segment.text,
          fit: binding.values(sense.kind, sense.values),
          values: sense.values,
        });
      }
    }
  };
  inLabel(label, "label", inWords);
  if (synonym) inLabel(synonym, "synonym", specimenIn(binding, synonym));
  if (examSpecimen) evidence.push(systemEvidence("exam", examSpecimen));
  for (const [source, text] of [
    ["specimen", row.specimen],
    ["exam", row.context.examSpecimen],
  ] as const)
    for (const { values } of timesIn(read(text)))
      evidence.push({ axis: "time", source, text, fit: binding.values("time", values), values });
  for (const [source, text] of [
    ["siblings", row.context.siblingSpecimen],
    ["habit", row.context.usualSpecimen],
  ] as const) {
    const usual = specimenOfField(binding, read, text);
    if (usual) evidence.push(systemEvidence(source, usual));
  }
  const sampled = timingOf(label).size > 0 || saysDosed(label);
  for (const [i, exam] of exams.entries()) {
    // What is in a panel of serum and in one of blood is measured in serum.
    const ofPanel = ofPanels[i];
    const stated = ofExams[i] ?? (ofPanel && isMostlySerum(ofPanel) === serumPanel ? ofPanel : undefined);
    // A row that is dosed, or sampled at some time, is measured in no isolate, though antibiotics are what its exam names.
    if (stated && !((sampled || saysDosed(exam)) && isOfIsolate(stated))) evidence.push(systemEvidence("exam", stated));
    techniqueEvidence(binding, exam, "exam", evidence);
  }
  const placed = evidence.some(({ axis }) => axis === "system");
  for (const chapter of chapters) {
    const stated = specimenIn(binding, chapter);
    // `Prélèvements` says nothing beside the specimen of a row.
    if (stated && !(placed && isGeneral(stated))) evidence.push(systemEvidence("chapter", stated));
    techniqueEvidence(binding, chapter, "chapter", evidence);
  }

  const siblings = unit === undefined ? lexicon.units.read(row.context.siblingUnit) : undefined;
  if (siblings && siblings.properties.size > 0)
    evidence.push({
      axis: "property",
      source: "siblings",
      text: row.context.siblingUnit,
      fit: binding.weights("property", siblings.properties),
      values: [...siblings.properties.keys()],
    });
  const unitText = row.unit || row.unitCode || (unit?.ucum ?? "");
  if (unit && unit.properties.size > 0) {
    evidence.push({
      axis: "property",
      source: "unit",
      text: unitText,
      fit: binding.weights("property", unit.properties),
      values: [...unit.properties.keys()],
    });
  }
  const counted = countedBy(binding, unit);
  if (counted) evidence.push({ axis: "method", source: "unit", text: unitText, fit: counted, values: [] });
  if (unit && unit.time !== "") {
    evidence.push({
      axis: "time",
      source: "unit",
      text: unitText,
      fit: binding.values("time", [unit.time]),
      values: [unit.time],
    });
  }
  for (const axis of ["property", "time", "scale", "method"] as const) {
    if (row[axis].trim() === "") continue;
    const reading = read(row[axis]);
    const sense = reading.segments.flatMap((segment) => segment.axes).find((candidate) => candidate.kind === axis);
    const loincValue = binding.value(axis, row[axis].trim());
    const values = sense?.values ?? (loincValue === undefined ? undefined : [loincValue]);
    if (values) evidence.push({ axis, source: axis, text: row[axis], fit: binding.values(axis, values), values });
  }

  if (row.scale.trim() === "") {
    for (const { kind, values } of read(row.method).segments.flatMap((segment) => segment.axes))
      if (kind === "scale")
        evidence.push({
          axis: "scale",
          source: "method",
          text: row.method,
          fit: binding.values("scale", values),
          values,
        });
  }

  const sections = [row.context.subchapter, row.context.chapter]
    .map((text) => sectionOf(binding, text))
    .filter((section) => section !== undefined);
  const implied = sections
    .map((section) => lexicon.specimens.get(section.specimen))
    .find((specimen) => specimen !== undefined);
  if (implied)
    evidence.push({
      axis: "system",
      source: "chapter",
      text: row.context.subchapter || row.context.chapter,
      fit: binding.specimen(implied),
      values: [implied.name],
    });
  return {
    row,
    label,
    synonym,
    exams,
    chapters,
    unit,
    evidence,
    techniques,
    timing: new Set([...timingOf(label), ...(synonym ? timingOf(synonym) : [])]),
    examTiming: new Set(exams.flatMap((exam) => [...timingOf(exam)])),
    classes: new Set(sections.flatMap((section) => section.classes)),
    section: sections[0]?.loinc ?? "",
    administrative: Math.max(0, ...label.segments.map((segment) => segment.administrative)),
  };
}

/** True when a word by itself says that what is counted are dilutions: `VDRL TITRE` has a unit that nobody writes. */
function isTitre({ segments }: TextReading): boolean {
  return segments.some(
    ({ analytes, axes }) =>
      analytes.length === 0 && axes.some(({ kind, values }) => kind === "property" && values[0] === "Titr"),
  );
}

function systemEvidence(source: Source, { text, fit, values }: StatedSpecimen): Evidence {
  return { axis: "system", source, text, fit, values };
}

/** The times that a specimen's name states: `urines de 24 h`. */
function timesIn(reading: TextReading): AxisSense[] {
  return reading.segments.flatMap(({ axes }) => axes).filter((sense) => sense.kind === "time");
}

function isOfIsolate({ specimens }: StatedSpecimen): boolean {
  return specimens.some(({ systems }) => systems.get("Isolate") === 1);
}

/** The techniques and times that the name of an exam or a chapter says. */
function techniqueEvidence(binding: Binding, reading: TextReading, source: Source, evidence: Evidence[]): void {
  for (const segment of reading.segments) {
    for (const sense of segment.axes) {
      if (sense.kind !== "method" && sense.kind !== "time") continue;
      const fit = binding.values(sense.kind, sense.values);
      evidence.push({ axis: sense.kind, source, text: segment.text, fit, values: sense.values });
    }
  }
}

/** *Laboratory studies*, the section that holds everything and says nothing. */
export const GENERAL_SECTION = "26436-6";

/** The section that a chapter name means: the whole name, else its longest known part. */
export const sectionOf = remembering((binding, text): Section | undefined => {
  if (text === "") return undefined;
  const words = tokens(text)
    .map((token) => token.word)
    .filter((word) => /[a-z0-9]/.test(word));
  for (let length = words.length; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const section = binding.lexicon.sections.get(words.slice(from, from + length).join(""));
      if (section !== undefined) return section;
    }
  }
  return undefined;
});
