import { releaseBuilder } from "./build-release.ts";
import { findTerm, type Release, termAt } from "./release.ts";
import { AXES, type AxisValues, type Term } from "./term.ts";

/**
 * `release` with our French search words, and with the facts of `starter` where a term lacks axes (official tables give them all).
 * A release that already has French words was completed before, as packs are, and comes back as it is.
 */
export function completeFrom(release: Release, starter: Release): Release {
  if (release.texts.french.bytes.length > 0) return release;
  const builder = releaseBuilder();
  for (let index = 0; index < release.size; index++) builder.add(completeTerm(termAt(release, index), starter));
  return builder.build(release.info);
}

/** `term` with our French search words, and with the facts of `starter` when it lacks one of its axes. */
export function completeTerm(term: Term, starter: Release): Term {
  const known = findTerm(starter, term.code);
  if (known === undefined) return term;
  const bare = (term.property === "" || term.system === "" || term.scale === "") && known.property !== "";
  const axes = bare ? (Object.fromEntries(AXES.map((axis) => [axis, known[axis]])) as AxisValues) : {};
  return {
    ...term,
    ...axes,
    class: term.class || known.class,
    longName: term.longName || known.longName,
    french: known.french,
  };
}
