/** The rows of a catalogue as a memory knows them: an exam of one analysis has the unit and the technique of that analysis. */
import type { Analysis, Catalogue } from "../catalogue/types.ts";
import type { Level, Row } from "./row.ts";
import { analysisRow, examRow, type Surroundings, sectionRow, surroundingsOf } from "./rows.ts";

/** Gives the row of an item of `catalogue`; an item that is not there states nothing but its label. */
export function memoryRows(
  catalogue: Catalogue,
  around: Surroundings = surroundingsOf(catalogue),
): (level: Level, code: string, label: string) => Row {
  const analyses = new Map(catalogue.analyses.map((analysis) => [analysis.code || analysis.label, analysis]));
  const exams = new Map(catalogue.exams.map((exam) => [exam.code || exam.label, exam]));
  return (level, code, label) => {
    const analysis = level === "analysis" ? analyses.get(code) : undefined;
    if (analysis !== undefined) return analysisRow(around, analysis);
    const exam = level === "exam" ? exams.get(code) : undefined;
    if (exam === undefined) return sectionRow(level, code, label);
    const only = exam.analyses.length === 1 ? analyses.get(exam.analyses[0]!) : undefined;
    return only === undefined ? examRow(around, exam) : { ...examRow(around, exam), ...measured(only) };
  };
}

function measured({ unit, unitCode, method, time, scale, property }: Analysis): Partial<Row> {
  return { unit, unitCode, method, time, scale, property };
}
