/** One row of the table with everything that rules look at. */
import type { Release } from "../loinc/release.ts";
import type { Term } from "../loinc/term.ts";
import type { Engine } from "../matching/candidates.ts";
import type { Judgement } from "../matching/judge-code.ts";
import type { Language } from "../matching/phrases.ts";
import type { Proposal } from "../matching/proposal.ts";
import type { RowReading } from "../matching/read-row.ts";
import type { RowFacts } from "../matching/row-facts.ts";
import type { MappedRow } from "../tables/mapping.ts";
import type { ValueSet } from "../transcoding/checks.ts";

/** What is the same for all rows. */
export type AuditContext = {
  readonly engine: Engine;
  readonly release: Release;
  readonly language: Language;
  /** False when the reference is an extract: a code that it lacks may exist. */
  readonly wholeReference: boolean;
  /** Deprecated code → codes that LOINC gives instead, where they are known. */
  readonly replacements: ReadonlyMap<string, readonly { readonly code: string }[]>;
  /** *Circuit de la biologie*, when it is installed. */
  readonly circuit: ValueSet | undefined;
};

/** What reading an analysis and judging its code gave. */
export type Judged = {
  readonly reading: RowReading;
  readonly facts: RowFacts;
  /** Of the code that the table gives; absent when the reference does not hold it. */
  readonly given: Judgement | undefined;
  /** Score of the best candidate minus that of the given code; 0 when the given code is the best, absent when there are no candidates. */
  readonly behind: number | undefined;
  /** The judgement of another code for the same row. */
  readonly judge: (loinc: string) => Judgement | undefined;
};

export type Case = {
  readonly mapped: MappedRow;
  readonly term: Term | undefined;
  /** What the engine would propose; absent when the catalogue does not hold the item. */
  readonly proposal: Proposal | undefined;
  /** For analyses. */
  readonly judged: Judged | undefined;
  /** For exams: the number of their analyses. */
  readonly members: number;
  /** For exams: whether their own words name the component of their code. */
  readonly named: boolean;
  /** For analyses: labels, units and specimens of the other analyses of their exams. */
  readonly siblings: readonly string[];
};
