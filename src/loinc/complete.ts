import { buildRelease } from "./build-release.ts";
import { findTerm, type Release, termAt, valueAt } from "./release.ts";
import { AXES, type AxisValues, type Term } from "./term.ts";

/**
 * `release` with our French search words, and with the facts of `starter` where a term has no axes at all (official tables give them all).
 * A release that already has French words was completed before, as packs are, and comes back as it is.
 */
export function completeFrom(release: Release, starter: Release): Release {
  if (release.texts.french.bytes.length > 0) return release;
  const terms = Array.from({ length: release.size }, (_, index): Term => {
    const term = termAt(release, index);
    const known = findTerm(starter, term.code);
    if (known === undefined) return term;
    const bare =
      valueAt(release, "property", index) === "" && valueAt(release, "scale", index) === "" && known.property !== "";
    const axes = bare ? (Object.fromEntries(AXES.map((axis) => [axis, known[axis]])) as AxisValues) : {};
    return {
      ...term,
      ...axes,
      class: term.class || known.class,
      longName: term.longName || known.longName,
      french: known.french,
    };
  });
  return buildRelease(release.info, terms);
}
