/** Where what a row states and the value of its code on an axis do not meet. */
import type { Axis } from "../loinc/term.ts";
import { type Language, phrases } from "../matching/phrases.ts";
import type { Source } from "../matching/row.ts";
import type { AuditContext, Case } from "./case.ts";

type StatedAxis = Exclude<Axis, "component">;

export type Contradiction = {
  /** `unité « g/L »`. */
  readonly words: string;
  readonly source: Source;
  /** LOINC's own names of what the row states, best first. */
  readonly values: readonly string[];
};

/** A field of the row says more than its label, its label more than what stands around it. */
const CLOSENESS: Readonly<Record<Source, number>> = {
  specimen: 3,
  unit: 3,
  property: 3,
  time: 3,
  scale: 3,
  method: 3,
  label: 2,
  hint: 2,
  synonym: 2,
  exam: 1,
  chapter: 0,
};

type Statement = {
  readonly source: Source;
  readonly text: string;
  readonly fit: number;
  readonly values: readonly string[];
};

/**
 * What the row states against its code on `axis`: the closest statement, unless one of the row's own fields or words (those of `sources`, all by default)
 * speaks for the code. Chapters are not heard; exams only when the row itself says nothing.
 */
export function contradiction(
  { judged }: Case,
  { engine, language }: AuditContext,
  axis: StatedAxis,
  sources?: readonly Source[],
): Contradiction | undefined {
  if (judged?.given === undefined) return undefined;
  const { coded } = engine.index.release;
  const number = coded[axis].ids[judged.given.term]!;
  if (coded[axis].values[number] === "") return undefined;
  const { base } = judged.given.match;
  const statements: Statement[] = [
    ...judged.reading.evidence
      .filter((evidence) => evidence.axis === axis)
      .map(({ source, text, fit, values }) => ({ source, text, fit: fit[number]!, values })),
    ...judged.facts.hints
      .filter((hint) => hint.axis === axis && (hint.base === -1 || hint.base === base))
      .map(({ text, fit, values }) => ({ source: "hint" as const, text, fit: fit[number]!, values })),
  ].filter(({ source }) => CLOSENESS[source] > 0 && (sources === undefined || sources.includes(source)));
  const own = statements.filter(({ source }) => CLOSENESS[source] > 1);
  const heard = own.length > 0 ? own : statements;
  if (heard.some(({ fit }) => fit > 0)) return undefined;
  const [against] = heard.filter(({ fit }) => fit < 0).sort((a, b) => CLOSENESS[b.source] - CLOSENESS[a.source]);
  return against && { words: quoted(against, language), source: against.source, values: against.values };
}

function quoted({ source, text }: Statement, language: Language): string {
  return phrases(language).quote(source, text);
}
