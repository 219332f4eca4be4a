/** What many proposals have in common, held once: a catalogue of a hundred thousand rows has a million candidates. */
import { codeOf, nameAt, type Release } from "../loinc/release.ts";
import type { Axis } from "../loinc/term.ts";
import type { AxisReason, Candidate, Verdict } from "./proposal.ts";

type TermText = { readonly loinc: string; readonly name: string };

const texts = new WeakMap<Release, (TermText | undefined)[]>();

/** Code and name of a term, the same texts each time. */
export function termText(release: Release, term: number): TermText {
  let known = texts.get(release);
  if (known === undefined) {
    known = new Array<TermText | undefined>(release.size);
    texts.set(release, known);
  }
  let text = known[term];
  if (text === undefined) {
    text = { loinc: codeOf(release, term), name: nameAt(release, term) };
    known[term] = text;
  }
  return text;
}

/** Pieces of evidence remembered before all are forgotten: most are a row's own. */
const MOST_EVIDENCE = 5_000;

const reasons = new Map<string, { [verdict in Verdict]?: Map<string, AxisReason> }>();

/** A reason, the same object for the same reason of rows that are not far from each other. */
export function sharedReason(value: string, verdict: Verdict, evidence: string): AxisReason {
  let known = reasons.get(evidence);
  if (known === undefined) {
    if (reasons.size >= MOST_EVIDENCE) reasons.clear();
    known = {};
    reasons.set(evidence, known);
  }
  // Most evidence has one verdict.
  known[verdict] ??= new Map();
  let reason = known[verdict].get(value);
  if (reason === undefined) {
    reason = { value, verdict, evidence };
    known[verdict].set(value, reason);
  }
  return reason;
}

/** The reasons of a candidate, in the smallest object that holds them. */
export function reasonsBy(reasonOf: (axis: Axis) => AxisReason): Candidate["axes"] {
  return {
    component: reasonOf("component"),
    property: reasonOf("property"),
    time: reasonOf("time"),
    system: reasonOf("system"),
    scale: reasonOf("scale"),
    method: reasonOf("method"),
  };
}
