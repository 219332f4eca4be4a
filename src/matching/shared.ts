/** What many proposals have in common, held once: a catalogue of a hundred thousand rows has a million candidates. */
import { codeOf, nameAt, type Release } from "../loinc/release.ts";
import type { AxisReason } from "./proposal.ts";

type TermText = { readonly loinc: string; readonly name: string };

const texts = new WeakMap<Release, TermText[]>();

/** Code and name of a term, the same texts each time. */
export function termText(release: Release, term: number): TermText {
  let known = texts.get(release);
  if (known === undefined) {
    known = [];
    texts.set(release, known);
  }
  let text = known[term];
  if (text === undefined) {
    text = { loinc: codeOf(release, term), name: nameAt(release, term) };
    known[term] = text;
  }
  return text;
}

const reasons = new Map<string, Map<string, AxisReason>>();

/** The reason of a value that nothing in the row bears on, the same object each time. `evidence` is one of few set phrases. */
export function assumed(value: string, evidence: string): AxisReason {
  let known = reasons.get(evidence);
  if (known === undefined) {
    known = new Map();
    reasons.set(evidence, known);
  }
  let reason = known.get(value);
  if (reason === undefined) {
    reason = { value, verdict: "assumed", evidence };
    known.set(value, reason);
  }
  return reason;
}
