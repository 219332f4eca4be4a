/** The rows of a catalogue, each with its context: exams that hold it, chapter, sub-chapter. */
import { agreedSpecimen } from "../catalogue/exam-specimen.ts";
import type { Analysis, Catalogue, Exam } from "../catalogue/types.ts";
import { habitsOf, sharedSpecimen, sharedUnit, usualSpecimens } from "./habits.ts";
import type { Habits, Level, Row, RowContext } from "./row.ts";

/** An exam with more analyses than this says little of each. */
const MOST_EXAMS = 3;

/** Looks up what stands around an item. */
export type Surroundings = {
  readonly exam: (code: string) => Exam | undefined;
  readonly chapterLabel: (key: string) => string;
  readonly subchapterLabel: (chapter: string, key: string) => string;
  /** Specimen that the analyses of an exam agree on, and the one usual in a chapter; empty when there is none. */
  readonly sharedSpecimen: (exam: Exam) => string;
  readonly usualSpecimen: (chapter: string) => string;
  /** Unit that the analyses of an exam agree on; empty when there is none. */
  readonly sharedUnit: (exam: Exam) => string;
  readonly habits: Habits;
};

export function surroundingsOf(catalogue: Catalogue): Surroundings {
  const exams = new Map(catalogue.exams.map((exam) => [exam.code, exam]));
  const analyses = new Map(catalogue.analyses.map((analysis) => [analysis.code, analysis]));
  const usual = usualSpecimens(catalogue);
  const chapters = new Map<string, string>();
  const subchapters = new Map<string, string>();
  for (const chapter of catalogue.chapters) {
    chapters.set(chapter.code || chapter.label, chapter.label);
    for (const subchapter of chapter.subchapters) {
      subchapters.set(`${chapter.code || chapter.label}\t${subchapter.code || subchapter.label}`, subchapter.label);
    }
  }
  return {
    exam: (code) => exams.get(code),
    chapterLabel: (key) => chapters.get(key) ?? key,
    subchapterLabel: (chapter, key) => subchapters.get(`${chapter}\t${key}`) ?? "",
    sharedSpecimen: (exam) => sharedSpecimen(exam, (code) => analyses.get(code)),
    usualSpecimen: (chapter) => usual.get(chapter) ?? "",
    sharedUnit: (exam) => sharedUnit(exam, (code) => analyses.get(code)),
    habits: habitsOf(catalogue),
  };
}

/** The row of an analysis. */
export function analysisRow(around: Surroundings, analysis: Analysis): Row {
  const exams = analysis.exams.map(around.exam).filter((exam) => exam !== undefined);
  const near = [...exams].sort((a, b) => a.analyses.length - b.analyses.length).slice(0, MOST_EXAMS);
  const first = near[0];
  const examSpecimen = agreedSpecimen(exams);
  const silent =
    first !== undefined && analysis.specimen.trim() === "" && exams.every((exam) => exam.specimen.trim() === "");
  const context: RowContext = {
    exams: [...new Set(near.flatMap((exam) => [exam.label, exam.synonym]).filter((text) => text !== ""))],
    examSpecimen,
    siblingSpecimen: silent ? around.sharedSpecimen(first) : "",
    usualSpecimen: silent ? around.usualSpecimen(first.chapter) : "",
    siblingUnit:
      (analysis.unit || analysis.unitCode).trim() === "" && first !== undefined ? around.sharedUnit(first) : "",
    habits: around.habits,
    chapter: first ? around.chapterLabel(first.chapter) : "",
    subchapter: first ? around.subchapterLabel(first.chapter, first.subchapter) : "",
  };
  // An analysis that states no act has those of the exam that is about it alone.
  const alone = near.find((exam) => exam.analyses.length === 1);
  const nabm = analysis.nabm.length > 0 ? analysis.nabm : (alone?.nabm ?? []);
  return rowOf("analysis", analysis, nabm, context);
}

/** The one maker of rows (docs/decisions/0045): what an item says of itself, its acts, and where it stands. */
export function rowOf(level: Level, said: Said, nabm: readonly string[], context: RowContext): Row {
  const { code, label, synonym, property, unitCode, unit, time, specimenCode, specimen, scale, method } = said;
  return {
    level,
    code,
    label,
    synonym,
    property,
    unitCode,
    unit,
    time,
    specimenCode,
    specimen,
    scale,
    method,
    nabm,
    context,
  };
}

type Said = Omit<Row, "level" | "nabm" | "context">;

/** A row of which only the label is known. */
export function labelRow(label: string): Row {
  return sectionRow("analysis", label, label);
}

/** The row of an item that states nothing but its name: a chapter, a sub-chapter. */
export function sectionRow(level: Level, code: string, label: string): Row {
  return rowOf(level, { ...UNSAID, code, label }, [], NOWHERE);
}

/** The row of an exam: what it says itself, and its chapter. */
export function examRow(around: Surroundings, exam: Exam): Row {
  const { code, label, synonym, specimen, nabm } = exam;
  const context: RowContext = {
    exams: [],
    examSpecimen: "",
    siblingSpecimen: "",
    usualSpecimen: "",
    siblingUnit: "",
    habits: NOWHERE.habits,
    chapter: around.chapterLabel(exam.chapter),
    subchapter: around.subchapterLabel(exam.chapter, exam.subchapter),
  };
  return rowOf("exam", { ...UNSAID, code, label, synonym, specimen }, nabm, context);
}

const UNSAID: Omit<Said, "code" | "label"> = {
  synonym: "",
  property: "",
  unitCode: "",
  unit: "",
  time: "",
  specimenCode: "",
  specimen: "",
  scale: "",
  method: "",
};

const NOWHERE: RowContext = {
  exams: [],
  examSpecimen: "",
  siblingSpecimen: "",
  usualSpecimen: "",
  siblingUnit: "",
  habits: { units: 0, substance: 0.5, american: false },
  chapter: "",
  subchapter: "",
};
