/** What a report is made of. */
import type { Problem } from "../catalogue/types.ts";
import type { ReleaseInfo } from "../loinc/release.ts";
import type { Language } from "../matching/phrases.ts";
import type { Proposal } from "../matching/proposal.ts";
import type { Finding } from "../transcoding/checks.ts";
import type { Written } from "../transcoding/decide.ts";

/** One file as it was read. */
export type FileSummary = {
  readonly name: string;
  readonly encoding: string;
  readonly rows: number;
  readonly header: boolean;
  readonly kind: string;
};

/** Where an item stands, for grouping; empty when the catalogue does not say. */
export type Place = { readonly chapter: string };

/** What of a row helps to judge it. */
export type RowFacts = {
  readonly unit: string;
  readonly specimen: string;
  readonly method: string;
  readonly exams: readonly string[];
};

export type ReportData = {
  readonly title: string;
  /** AAAA-MM-JJ. */
  readonly date: string;
  readonly language: Language;
  readonly files: readonly FileSummary[];
  readonly problems: readonly Problem[];
  readonly proposals: readonly Proposal[];
  readonly placeOf: (proposal: Proposal) => Place;
  readonly factsOf: (proposal: Proposal) => RowFacts;
  readonly findings: readonly Finding[];
  readonly references: readonly ReleaseInfo[];
  readonly terms: number;
  readonly starter: boolean;
  readonly written: Written;
  readonly version: string;
  /** Precision of the `auto` band as measured on catalogues that the model had not learned from, in percent. */
  readonly measured: { readonly auto: number; readonly rows: number };
};
