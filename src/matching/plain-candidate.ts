import { codeOf, nameAt, valueAt } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import { type Matcher, rounded } from "./matcher.ts";
import { phrases } from "./phrases.ts";
import type { AxisReason, Candidate } from "./proposal.ts";

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
  const axes = Object.fromEntries(
    AXES.map((axis): [Axis, AxisReason] => [
      axis,
      {
        value: valueAt(release, axis, term),
        verdict: axis === "component" ? "supports" : "assumed",
        evidence: axis === "component" ? say.origin(origin, label) : "",
      },
    ]),
  ) as Candidate["axes"];
  return { loinc: codeOf(release, term), name: nameAt(release, term), confidence: rounded(confidence), axes };
}
