/** What matching hands on: for each item of the catalogue its candidates, how sure it is, and why. */
import type { Axis } from "../loinc/term.ts";
import type { Level } from "./row.ts";

/** `auto`: may be signed as a lot; `review`: look at it; `none`: no code proposed. */
export type Band = "auto" | "review" | "none";

export type Verdict = "supports" | "assumed" | "contradicts";

/** One axis of a candidate: LOINC's value, what in the row bears on it (in the language asked for), and how it bears. */
export type AxisReason = { readonly value: string; readonly evidence: string; readonly verdict: Verdict };

export type Candidate = {
  readonly loinc: string;
  readonly name: string;
  /** `fr` when the name is the official French label; else it is LOINC's own, in English. */
  readonly nameLanguage?: "fr";
  /** 0 to 1; over the candidates of a row they add up to at most 1. */
  readonly confidence: number;
  readonly axes: { readonly [axis in Axis]: AxisReason };
  /** The code was decided earlier for a row that states the same, or one alike. */
  readonly memory?: Pick<Remembered, "source" | "agreement">;
};

/** Why a code that was decided earlier is not put first: the reference does not hold it, or the row's unit or specimen contradicts it… */
export type Obstacle = "unknown" | "deprecated" | "panel" | "unit" | "specimen";

/** A code that was decided earlier, whether or not it could be put first. */
export type Remembered = {
  readonly loinc: string;
  /** Files that hold the decision, in words. */
  readonly source: string;
  /** `exact`: label, unit, specimen and what else is stated agree; `partial`: something is stated on one side only, or in another way. */
  readonly agreement: "exact" | "partial";
  /** Why it is not put first. */
  readonly obstacle?: Obstacle;
  /** A sentence in the language asked for: where it stands, what agrees, what stands in its way. */
  readonly words: string;
};

/** The code that would fit if an axis that is only assumed had another value. */
export type Alternative = {
  readonly axis: Exclude<Axis, "component">;
  /** LOINC's value on that axis. */
  readonly value: string;
  /** In the language asked for, such as `si le milieu était « urines »`. */
  readonly words: string;
  readonly loinc: string;
  readonly name: string;
};

export type Proposal = {
  readonly level: Level;
  /** Local code; an item without one uses its label. */
  readonly code: string;
  readonly label: string;
  /** Of a sub-chapter: its chapter's code. */
  readonly parent?: string;
  readonly band: Band;
  /** Calibrated chance, 0 to 1, that the first candidate is right. */
  readonly confidence: number;
  readonly candidates: readonly Candidate[];
  /** What would decide between the two best; empty when nothing is open. */
  readonly question: string;
  /** Codes decided earlier, when the matcher has a memory that knows the row. */
  readonly memory?: readonly Remembered[];
  /** What would change if assumed values were others, likeliest first, at most three; absent when there is none. */
  readonly alternatives?: readonly Alternative[];
};
