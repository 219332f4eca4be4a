/** What a laboratory hands over: the rows of LOINC_1, LOINC_2 and LOINC_3, linked into chapters, exams and analyses. */

/** One row of LOINC_1: a chapter, alone or with one of its sub-chapters. */
export type ChapterRow = {
  /** Line in the file, counted from 1. */
  readonly line: number;
  readonly chapterCode: string;
  readonly chapterLabel: string;
  readonly subchapterCode: string;
  readonly subchapterLabel: string;
};

/** One row of LOINC_2: an orderable exam with one of its analyses. */
export type ExamRow = {
  readonly line: number;
  readonly examCode: string;
  readonly examLabel: string;
  readonly synonym: string;
  readonly chapterCode: string;
  readonly subchapterCode: string;
  readonly specimen: string;
  readonly nabm: string;
  readonly analysisCode: string;
  readonly analysisLabel: string;
};

/** One row of LOINC_3: a result-bearing analysis. */
export type AnalysisRow = {
  readonly line: number;
  readonly code: string;
  readonly label: string;
  readonly synonym: string;
  readonly property: string;
  readonly unitCode: string;
  readonly unit: string;
  readonly time: string;
  readonly specimenCode: string;
  readonly specimen: string;
  readonly scale: string;
  readonly method: string;
  readonly nabm: string;
};

export type Subchapter = { readonly code: string; readonly label: string; readonly chapter: string };

export type Chapter = { readonly code: string; readonly label: string; readonly subchapters: readonly Subchapter[] };

export type Exam = {
  readonly code: string;
  readonly label: string;
  readonly synonym: string;
  /** Key of the chapter (its code, or its label when it has none); empty when not said. */
  readonly chapter: string;
  readonly subchapter: string;
  readonly specimen: string;
  /** NABM acts (four digits); "HN" (hors nomenclature) is kept as it is. */
  readonly nabm: readonly string[];
  /** Codes of its analyses, in order. */
  readonly analyses: readonly string[];
};

export type Analysis = {
  readonly code: string;
  readonly label: string;
  readonly synonym: string;
  readonly property: string;
  readonly unitCode: string;
  readonly unit: string;
  readonly time: string;
  readonly specimenCode: string;
  readonly specimen: string;
  readonly scale: string;
  readonly method: string;
  readonly nabm: readonly string[];
  /** Codes of the exams that hold it. */
  readonly exams: readonly string[];
};

/** A laboratory's catalogue: all its items, in file order, each once. Any of the lists may be empty when its file was missing. */
export type Catalogue = {
  readonly chapters: readonly Chapter[];
  readonly exams: readonly Exam[];
  readonly analyses: readonly Analysis[];
};

/** Which of the three exported files. */
export type FileKind = "chapters" | "exams" | "analyses";

export type { Problem, Severity } from "../loinc/problem.ts";
