import type { Analysis } from "../catalogue/types.ts";

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

/** What an item says of itself, in the fields of an analysis (an exam leaves most of them empty), and where it stands. */
export type Row = Omit<Analysis, "exams"> & { readonly level: Level; readonly context: RowContext };

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
  | "chapter";
