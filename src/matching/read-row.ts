/** Reads a row into evidence about each axis, each piece with the words that it comes from. */

import type { Section } from "../lexicon/senses.ts";
import { tokens } from "../lexicon/tokens.ts";
import { someQuantity, type UnitReading } from "../lexicon/units.ts";
import type { Binding, Fit } from "./binding.ts";
import { withoutDiscipline } from "./discipline.ts";
import { saysDosed } from "./dosed-antibiotic.ts";
import { type Evidence, systemEvidence } from "./evidence.ts";
import { withoutExplanation } from "./explanations.ts";
import { techniquesSaid } from "./overruled.ts";
import { readLabel } from "./read-label.ts";
import type { Reader, TextReading } from "./read-text.ts";
import { withoutReferenceValues } from "./reference-values.ts";
import { remembering } from "./remembering.ts";
import type { Row } from "./row.ts";
import {
  addFields,
  addSectionSpecimen,
  addTechniquesAndTimes,
  addTimes,
  addUnits,
  addUsualSpecimen,
  addWords,
} from "./row-evidence.ts";
import { isOfIsolate, specimensOf } from "./row-specimens.ts";
import { isGeneral, specimenIn } from "./specimen.ts";
import { timingOf } from "./timing-of-text.ts";
import { meantUnit, withoutUnit } from "./unit-beside.ts";

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

/** The reading of `row`. */
export function readRow(binding: Binding, read: Reader, row: Row): RowReading {
  const bare = (text: string): string => withoutUnit(binding, text, row.unit).text;
  const synonym = row.synonym.trim() === "" ? undefined : read(bare(withoutReferenceValues(row.synonym)));
  const exams: TextReading[] = [];
  for (const exam of row.context.exams) exams.push(read(bare(exam)));
  const told = withoutExplanation(read, withoutReferenceValues(row.label));
  const stripped = withoutUnit(binding, told, row.unit);
  const label = readLabel(binding, read, row, withoutDiscipline(read, stripped.text), exams);
  const chapters: TextReading[] = [];
  for (const text of [row.context.subchapter, row.context.chapter]) if (text !== "") chapters.push(read(text));
  const unit = meantUnit(binding, label, unitStated(binding, row, label, stripped.unit));
  const sections = sectionsOf(binding, row);
  const ofLabel = timingOf(label);
  const evidence: Evidence[] = [];

  const specimens = specimensOf(binding, read, row, label, exams);
  if (specimens.field) evidence.push(systemEvidence("specimen", specimens.field));
  const techniques = [...techniquesSaid(binding, label), ...techniquesSaid(binding, synonym)];
  addWords(binding, "label", label, specimens.inWords, techniques, evidence);
  if (synonym) addWords(binding, "synonym", synonym, specimenIn(binding, synonym), techniques, evidence);
  if (specimens.examField) evidence.push(systemEvidence("exam", specimens.examField));
  addTimes(binding, read, "specimen", row.specimen, evidence);
  addTimes(binding, read, "exam", row.context.examSpecimen, evidence);
  addUsualSpecimen(binding, read, "siblings", row.context.siblingSpecimen, evidence);
  addUsualSpecimen(binding, read, "habit", row.context.usualSpecimen, evidence);
  const sampled = ofLabel.size > 0 || saysDosed(label);
  for (let i = 0; i < exams.length; i++) {
    const stated = specimens.exams[i];
    const exam = exams[i]!;
    // A row that is dosed, or sampled at some time, is measured in no isolate, though antibiotics are what its exam names.
    if (stated && !((sampled || saysDosed(exam)) && isOfIsolate(stated))) evidence.push(systemEvidence("exam", stated));
    addTechniquesAndTimes(binding, "exam", exam, evidence);
  }
  const placed = evidence.some(({ axis }) => axis === "system");
  for (const chapter of chapters) {
    const stated = specimenIn(binding, chapter);
    // `Prélèvements` says nothing beside the specimen of a row.
    if (stated && !(placed && isGeneral(stated))) evidence.push(systemEvidence("chapter", stated));
    addTechniquesAndTimes(binding, "chapter", chapter, evidence);
  }
  addUnits(binding, row, unit, evidence);
  addFields(binding, read, row, evidence);
  addSectionSpecimen(binding, row, sections, evidence);
  return {
    row,
    label,
    synonym,
    exams,
    chapters,
    unit,
    evidence,
    techniques,
    timing: synonym ? new Set([...ofLabel, ...timingOf(synonym)]) : ofLabel,
    examTiming: new Set(exams.flatMap((exam) => [...timingOf(exam)])),
    classes: new Set(sections.flatMap((section) => section.classes)),
    section: sections[0]?.loinc ?? "",
    administrative: Math.max(0, ...label.segments.map((segment) => segment.administrative)),
  };
}

/** The unit that `row` states, else the one that its label does; `beside` is what was cut off the label. */
function unitStated({ lexicon }: Binding, row: Row, label: TextReading, beside: string): UnitReading | undefined {
  const { units } = lexicon;
  return (
    units.read(row.unit) ??
    units.read(row.unitCode) ??
    label.unit ??
    units.read(beside) ??
    (label.hasPercent ? units.read("%") : someQuantity(row.unit)) ??
    (isTitre(label) ? units.read("{titer}") : undefined)
  );
}

/** True when a word by itself says that what is counted are dilutions: `VDRL TITRE` has a unit that nobody writes. */
function isTitre({ segments }: TextReading): boolean {
  return segments.some(
    ({ analytes, axes }) =>
      analytes.length === 0 && axes.some(({ kind, values }) => kind === "property" && values[0] === "Titr"),
  );
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

/** The sections that sub-chapter and chapter of `row` mean, the nearer first. */
function sectionsOf(binding: Binding, { context }: Row): Section[] {
  const sections: Section[] = [];
  for (const text of [context.subchapter, context.chapter]) {
    const section = sectionOf(binding, text);
    if (section !== undefined) sections.push(section);
  }
  return sections;
}
