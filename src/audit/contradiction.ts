/** Where what a row states and the value of its code on an axis do not meet. */
import { componentWords } from "../lexicon/normalise.ts";
import type { Axis } from "../loinc/term.ts";
import type { Evidence } from "../matching/evidence.ts";
import { phrases } from "../matching/phrases.ts";
import type { RowReading } from "../matching/read-row.ts";
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

/** A field of the row says more than its label, its label more than what stands around it; chapters and the names of exams are not heard. */
const CLOSENESS: Readonly<Record<Source, number>> = {
  specimen: 3,
  unit: 3,
  property: 3,
  time: 3,
  scale: 3,
  method: 3,
  label: 2,
  hint: 0.5,
  synonym: 2,
  exam: 1,
  siblings: 0,
  habit: 0,
  chapter: 0,
};

type Statement = {
  readonly source: Source;
  readonly text: string;
  /** Above 0 speaks for the code, below 0 against it. */
  readonly fit: number;
  readonly values: readonly string[];
};

/**
 * What the row states against its code on `axis`: the closest statement, unless one of the row's own fields or words (those of `sources`, all by default)
 * speaks for the code. The specimen of the exam is heard when the row itself says nothing.
 */
export function contradiction(
  row: Case,
  context: AuditContext,
  axis: StatedAxis,
  sources?: readonly Source[],
): Contradiction | undefined {
  const statements = statementsOn(row, context, axis).filter(
    ({ source }) => sources === undefined || sources.includes(source),
  );
  const own = statements.filter(({ source }) => CLOSENESS[source] > 1);
  const heard = own.length > 0 ? own : statements;
  if (heard.some(({ fit }) => fit > 0)) return undefined;
  const [against] = heard.filter(({ fit }) => fit < 0).sort((a, b) => CLOSENESS[b.source] - CLOSENESS[a.source]);
  if (against === undefined || (READ.has(against.source) && !engineSeesIt(row, axis))) return undefined;
  return { words: phrases(context.language).quote(against.source, against.text), ...against };
}

/** Read out of words, where a field would have said it. */
const READ: ReadonlySet<Source> = new Set(["label", "synonym", "hint"]);

/**
 * What was read out of words counts when the engine itself, weighing everything, believes its proposal and gives it another value on the axis. A proposal of
 * quite another analyte shows that the words belong to its name (`Bile Acids`, `Mouse Urine IgE`).
 */
function engineSeesIt({ proposal, term }: Case, axis: StatedAxis): boolean {
  const best = proposal?.candidates[0];
  if (best === undefined || term === undefined || best.confidence < BELIEVED) return false;
  const own = best.axes[axis];
  // a proposal that the same words contradict has not taken them for a statement
  return (
    own.verdict !== "contradicts" &&
    own.value !== term[axis] &&
    firstWord(best.axes.component.value) === firstWord(term.component)
  );
}

function firstWord(component: string): string | undefined {
  return componentWords(component)[0];
}

/** Below this confidence the engine does not believe its own reading of a row. */
export const BELIEVED = 0.3;

/** Everything that the row states on `axis` and that is surely read, with how it suits the value of the given code; nothing when that value is empty. */
export function statementsOn({ judged }: Case, { engine }: AuditContext, axis: StatedAxis): Statement[] {
  if (judged?.given === undefined) return [];
  const { coded } = engine.index.release;
  const number = coded[axis].ids[judged.given.term]!;
  const value = coded[axis].values[number]!;
  if (value === "") return [];
  const { base } = judged.given.match;
  const { reading, facts } = judged;
  const told = reading.evidence.filter((evidence) => evidence.axis === axis && surelyRead(reading, evidence));
  return [
    ...told.map(({ source, text, fit, values }) => ({
      source,
      // a unit that stands in the label has no text of its own
      text: text || reading.label.text,
      fit: axis === "system" && fit[number]! < 0 && oneAllows(engine, values, value) ? 0 : fit[number]!,
      values,
    })),
    ...facts.hints
      .filter((hint) => hint.axis === axis && (hint.base === -1 || hint.base === base))
      .map(({ text, fit, values }) => ({ source: "hint" as const, text, fit: fit[number]!, values })),
  ];
}

/** Of several specimens that a text names, one is enough to allow a system. */
function oneAllows(engine: AuditContext["engine"], specimens: readonly string[], system: string): boolean {
  return specimens.some((name) => (engine.binding.lexicon.specimens.get(name)?.systems.get(system) ?? 0) >= TOLERATED);
}

const TOLERATED = 0.2;
/** Of an exam its specimen field alone; of labels words that are known forms, and no analyte. */
function surelyRead({ row, label, synonym }: RowReading, { source, text }: Evidence): boolean {
  if (source === "exam") return text === row.context.examSpecimen;
  if (source === "chapter") return false;
  if (source !== "label" && source !== "synonym") return true;
  const segments = (source === "label" ? label : synonym)?.segments ?? [];
  const saying = segments.filter(
    (one) => (one.specimen !== undefined || one.axes.length > 0) && text.includes(one.text),
  );
  const plain = text.length > SIGLE || WELL_KNOWN.test(text.trim());
  return plain && saying.every(({ recognition, analytes }) => recognition === "form" && analytes.length === 0);
}

/** Shorter words of a label may be anything (*ADP*, *NP*, the B of *toxine B*), but for urine and CSF. */
const SIGLE = 3;
const WELL_KNOWN = /^(u|ur|uri|lcr|csf|24\s?h)$/i;
