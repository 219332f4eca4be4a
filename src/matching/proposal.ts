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
};
