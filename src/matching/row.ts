import type { Analysis } from "../catalogue/types.ts";

/** A row of the catalogue with all that stands around it: what the reader reads. */
export type RowContext = {
  /** Labels and synonyms of the exams that hold the row. */
  readonly exams: readonly string[];
  /** Specimen that the exams that state one agree on, when the row states none. */
  readonly examSpecimen: string;
  /** Specimen that the other analyses of its exam agree on, when neither row nor exam state one; then the one usual in its chapter. */
  readonly siblingSpecimen: string;
  readonly usualSpecimen: string;
  /** Unit that the other analyses of its exam agree on, when the row states none. */
  readonly siblingUnit: string;
  readonly habits: Habits;
  readonly chapter: string;
  readonly subchapter: string;
};

/** How the laboratory states things, over its whole catalogue. */
export type Habits = {
  /** Share of its analyses that state a unit, 0 to 1. */
  readonly units: number;
  /** Of its concentrations by mass or by amount of substance, the share by amount of substance; 0.5 when there are none. */
  readonly substance: number;
  /** Its labels are English, and it measures as American laboratories do, for all that it says. */
  readonly american: boolean;
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
  | "siblings"
  | "habit"
  | "chapter";

/** Fields of the row that state an axis. */
export const FIELDS: ReadonlySet<Source> = new Set(["unit", "specimen", "property", "time", "scale", "method"]);

/** Sources that speak of the row itself, fields and words. */
export const OWN_WORDS: ReadonlySet<Source> = new Set([...FIELDS, "label", "synonym"]);
