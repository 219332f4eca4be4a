/** Reads the label of a row: its words, then what they mean in their exam. */
import type { Binding } from "./binding.ts";
import { withBracketed } from "./bracketed.ts";
import { withIon } from "./calcium-ion.ts";
import { withParasites, withPotash } from "./direct-examination.ts";
import { withDosed } from "./dosed-antibiotic.ts";
import { withEchoes } from "./echoes.ts";
import { withAntibiotics } from "./in-antibiogram.ts";
import { withSediment } from "./in-sediment.ts";
import { withGrown } from "./kind-of-culture.ts";
import { withLetters } from "./letters-of-exam.ts";
import { withConclusion } from "./lone-conclusion.ts";
import { withExamsMeaning } from "./meant-in-exam.ts";
import { withStrip, withUrinalysis } from "./on-a-strip.ts";
import { withClass } from "./rast-class.ts";
import type { TextReading } from "./read-text.ts";
import type { Row } from "./row.ts";
import { withSignalIndex } from "./signal-index.ts";
import { withSubject } from "./subject-of-exam.ts";

/**
 * The reading of `text`, the label of `row` without its unit and discipline, among `exams`, one rule after another. The order counts: a letter is first
 * given its name; what is named is made precise by sign, culture and exam; an index or a class is told before the exam's words are found in the label
 * again; what is left may be on a strip, in a sediment, or a line of the report.
 */
export function readLabel(
  binding: Binding,
  read: (text: string) => TextReading,
  row: Row,
  text: TextReading,
  exams: readonly TextReading[],
): TextReading {
  const { context } = row;
  let label = withLetters(read, withBracketed(text), exams);
  label = withIon(binding, label, exams);
  label = withGrown(binding, label, exams);
  label = withParasites(label, exams);
  label = withPotash(read, label, exams, row.specimen);
  label = withSubject(label, exams);
  label = withExamsMeaning(label, exams);
  label = withAntibiotics(binding, label, [...exams, read(context.subchapter), read(context.chapter)]);
  label = withDosed(label, exams);
  label = withSignalIndex(read, label, [row.specimen, context.examSpecimen, ...context.exams]);
  label = withClass(binding, label);
  label = withEchoes(binding, label, context.exams);
  label = withStrip(binding, label, [...exams, read(row.method)]);
  if (row.unit === "" && row.unitCode === "") label = withUrinalysis(binding, label, exams);
  label = withSediment(label, exams);
  return withConclusion(binding, label, exams);
}
