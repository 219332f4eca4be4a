import { valueAt } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import { type Matcher, rounded } from "./matcher.ts";
import { phrases } from "./phrases.ts";
import type { AxisReason, Candidate } from "./proposal.ts";
import { assumed, termText } from "./shared.ts";

/** A candidate whose reason is one for the whole: a panel by its members, a section by its contents. */
export function plainCandidate(
  matcher: Matcher,
  term: number,
  confidence: number,
  origin: string,
  label: string,
): Candidate {
  const { release } = matcher.engine.index;
  const say = phrases(matcher.language);
  const reason = (axis: Axis): AxisReason => {
    const value = valueAt(release, axis, term);
    return axis === "component"
      ? { value, verdict: "supports", evidence: say.origin(origin, label) }
      : assumed(value, "");
  };
  const axes = Object.fromEntries(AXES.map((axis) => [axis, reason(axis)])) as Candidate["axes"];
  return { ...termText(release, term), confidence: rounded(confidence), axes };
}
