import { releaseBuilder } from "./build-release.ts";
import { axesFromName } from "./name-axes.ts";
import { findTerm, type Release, termAt } from "./release.ts";
import type { AxisValues, Term } from "./term.ts";

/**
 * `release` with our French search words, and with the axes that a term lacks (official tables give them all).
 * A release that already has French words was completed before, as packs are, and comes back as it is.
 */
export function completeFrom(release: Release, starter: Release): Release {
  if (release.texts.french.bytes.length > 0) return release;
  const builder = releaseBuilder();
  for (let index = 0; index < release.size; index++) builder.add(completeTerm(termAt(release, index), starter));
  return builder.build(release.info);
}

/** `term` with our French search words; the axes that it lacks are those of `starter`, else what its long name says when it has neither property nor system. */
export function completeTerm(term: Term, starter: Release): Term {
  const known = findTerm(starter, term.code);
  const longName = term.longName || (known?.longName ?? "");
  const named = term.property === "" && term.system === "" ? axesFromName(longName) : undefined;
  if (known === undefined && named === undefined) return term;
  const axes: AxisValues = {
    component: term.component || (known?.component ?? ""),
    property: term.property || known?.property || (named?.property ?? ""),
    time: term.time || known?.time || (named?.time ?? ""),
    system: term.system || known?.system || (named?.system ?? ""),
    scale: term.scale || known?.scale || (named?.scale ?? ""),
    method: term.method || (isBare(term) ? known?.method || (named?.method ?? "") : ""),
  };
  return {
    ...term,
    ...axes,
    class: term.class || (known?.class ?? ""),
    longName,
    french: known?.french ?? term.french,
  };
}

/** True of a term whose row leaves axes out: a method that it does not give may be one of them. */
function isBare({ property, system, scale }: Term): boolean {
  return property === "" || system === "" || scale === "";
}
