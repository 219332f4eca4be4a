/** The deciding question as data, so that its answers can be buttons. */
import { indexOfCode, type Release, valueAt } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import { axisWord, type Language, phrases } from "../matching/phrases.ts";
import type { Candidate, Proposal } from "../matching/proposal.ts";
import type { Answers } from "./rerank.ts";

export type AskedQuestion = {
  readonly text: string;
  readonly axis: Axis | "";
  /** What an answer would change in the row. */
  readonly field: keyof Answers;
  /** The two answers; empty when the question is no choice between values of an axis. */
  readonly options: readonly string[];
};

const FIELD_OF: { readonly [axis in Axis]: keyof Answers } = {
  component: "label",
  property: "property",
  time: "time",
  system: "specimen",
  scale: "scale",
  method: "method",
};

/** The question that `proposal` leaves open, in the language it was made in; `undefined` when it leaves none. */
export function questionOptions(proposal: Proposal, release: Release, language: Language): AskedQuestion | undefined {
  const { question, candidates } = proposal;
  const [first, ...rivals] = candidates;
  if (question === "" || first === undefined) return undefined;
  // The pair that gives this very sentence is the one that was asked about.
  for (const rival of rivals) {
    for (const axis of AXES) {
      for (const pair of pairsOf(axis, first, rival, release, language)) {
        if (phrases(language).ask(axis, pair.options[0]!, pair.options[1]!) === question)
          return { text: question, axis, ...pair };
      }
    }
  }
  return { text: question, axis: "", field: "label", options: [] };
}

/** Two ways to ask about an axis: by its values, and of the property by the units that people write. */
function pairsOf(axis: Axis, a: Candidate, b: Candidate, release: Release, language: Language) {
  const words = [a, b].map((one) => axisWord(axis, one.axes[axis].value, language));
  const plain = { field: FIELD_OF[axis], options: words };
  if (axis !== "property") return [plain];
  const units = [a, b].map((one) => {
    const index = indexOfCode(release, one.loinc);
    return index < 0 ? "" : valueAt(release, "units", index).split(";")[0]!.trim();
  });
  return [{ field: "unit" as const, options: units }, plain];
}
