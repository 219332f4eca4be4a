/** What would change if a value that is only assumed were another: the candidates that differ from the first on that axis alone. */
import { indexOfCode, valueAt } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import type { Matcher } from "./matcher.ts";
import { alternativeWords } from "./phrases.ts";
import type { Alternative, Candidate, Proposal } from "./proposal.ts";
import { frenchUnit } from "./unit-words.ts";

type Varied = Alternative["axis"];

/** Axes that a person may answer for, each with those that follow from its value. */
const FOLLOWING: readonly (readonly [axis: Varied, following: readonly Varied[]])[] = [
  ["system", []],
  ["scale", ["property"]],
  ["time", ["property"]],
  ["property", []],
  ["method", []],
];
const MOST = 3;

/** `proposal` with its alternatives, when there are any; a row without code gets none. */
export function withAlternatives(matcher: Pick<Matcher, "engine" | "language">, proposal: Proposal): Proposal {
  const [first, ...others] = proposal.candidates;
  if (first === undefined || proposal.band === "none") return proposal;
  const alternatives: Alternative[] = [];
  for (const other of others) {
    const axis = variedAxis(first, other);
    if (axis === undefined) continue;
    const { value } = other.axes[axis];
    if (alternatives.some((known) => known.axis === axis && known.value === value)) continue;
    const unit = axis === "property" ? unitOf(matcher, first, other) : "";
    const words = alternativeWords(axis, value, unit, matcher.language);
    alternatives.push({ axis, value, words, loinc: other.loinc, name: other.name });
    if (alternatives.length === MOST) break;
  }
  return alternatives.length === 0 ? proposal : { ...proposal, alternatives };
}

/** The one axis on which `other` differs from `first`, those that follow from it apart; all of them merely assumed. */
function variedAxis(first: Candidate, other: Candidate): Varied | undefined {
  const differing = AXES.filter((axis) => first.axes[axis].value !== other.axes[axis].value);
  if (differing.some((axis) => axis === "component" || first.axes[axis].verdict !== "assumed")) return undefined;
  const alone = (axis: Varied, following: readonly Axis[]): boolean =>
    differing.includes(axis) && differing.every((one) => one === axis || following.includes(one));
  return FOLLOWING.find(([axis, following]) => alone(axis, following))?.[0];
}

/** The usual unit of `other`; empty when it has none or `first` has the same. */
function unitOf(
  { engine, language }: Pick<Matcher, "engine" | "language">,
  first: Candidate,
  other: Candidate,
): string {
  const { release } = engine.index;
  const unit = ({ loinc }: Candidate): string => {
    const units = valueAt(release, "units", indexOfCode(release, loinc));
    return language === "fr" ? frenchUnit(units) : units.split(";")[0]!.trim();
  };
  return unit(first) === unit(other) ? "" : unit(other);
}
