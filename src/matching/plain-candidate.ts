import { valueAt } from "../loinc/release.ts";
import { type Matcher, rounded } from "./matcher.ts";
import { phrases } from "./phrases.ts";
import type { Candidate } from "./proposal.ts";
import { reasonsBy, sharedReason, termText } from "./shared.ts";

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
  const axes = reasonsBy((axis) => {
    const value = valueAt(release, axis, term);
    return axis === "component"
      ? sharedReason(value, "supports", say.origin(origin, label))
      : sharedReason(value, "assumed", "");
  });
  const { loinc, name } = termText(release, term);
  return { loinc, name, confidence: rounded(confidence), axes };
}
