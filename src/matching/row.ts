/** A row of the catalogue with all that stands around it: what the reader reads. */
export type RowContext = {
  /** Labels and synonyms of the exams that hold the row. */
  readonly exams: readonly string[];
  /** Specimen stated by the exam, when the row states none. */
  readonly examSpecimen: string;
  readonly chapter: string;
  readonly subchapter: string;
};

export type Level = "chapter" | "subchapter" | "exam" | "analysis";

export type Row = {
  readonly level: Level;
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
  readonly context: RowContext;
};

/** Where a piece of evidence comes from. */
export type Source =
  | "label"
  | "synonym"
  | "unit"
  | "specimen"
  | "property"
  | "time"
  | "scale"
  | "method"
  | "hint"
  | "exam"
  | "chapter"
  | "habit";
