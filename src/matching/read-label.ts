/** Reads the label of a row: its words, then what they mean in their exam. */
import type { Binding } from "./binding.ts";
import { withIon } from "./calcium-ion.ts";
import { withDosed } from "./dosed-antibiotic.ts";
import { withEchoes } from "./echoes.ts";
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
 * The reading of `text`, the label of `row` without its unit and discipline, among `exams`. The order counts: a letter is first given its name,
 * an index or a class is told before the exam's words are found in the label again, and what is left as a line of the report is seen at the end.
 */
export function readLabel(
  binding: Binding,
  read: (text: string) => TextReading,
  row: Row,
  text: TextReading,
  exams: readonly TextReading[],
): TextReading {
  const { context } = row;
  const lettered = withSubject(withGrown(binding, withIon(binding, withLetters(read, text, exams), exams)), exams);
  const named = withDosed(withExamsMeaning(lettered, exams), exams);
  const indexed = withSignalIndex(read, named, [row.specimen, context.examSpecimen, ...context.exams]);
  const echoed = withEchoes(binding, withClass(binding, indexed), context.exams);
  const placed = withStrip(binding, echoed, [...exams, read(row.method)]);
  const unitless = row.unit === "" && row.unitCode === "";
  const seen = withSediment(unitless ? withUrinalysis(binding, placed, exams) : placed, exams);
  return withConclusion(binding, seen, exams);
}
