import { buildRelease } from "./build-release.ts";
import { codeOf, findTerm, indexOfCode, type Release, termAt, valueAt } from "./release.ts";
import { AXES, type AxisValues, type Term } from "./term.ts";

/** `release` with the facts of `known` where a term has no axes at all. Official tables give all axes and come back as they are. */
export function completeAxes(release: Release, known: Release): Release {
  const bare = (index: number): boolean =>
    valueAt(release, "property", index) === "" && valueAt(release, "scale", index) === "";
  const missing = Array.from({ length: release.size }, (_, index) => index).filter(bare);
  if (!missing.some((index) => knows(known, codeOf(release, index)))) return release;
  return buildRelease(
    release.info,
    Array.from({ length: release.size }, (_, index): Term => {
      const term = termAt(release, index);
      const better = bare(index) ? findTerm(known, term.code) : undefined;
      if (better === undefined || better.property === "") return term;
      const axes = Object.fromEntries(AXES.map((axis) => [axis, better[axis]])) as AxisValues;
      return { ...term, ...axes, class: term.class || better.class, longName: term.longName || better.longName };
    }),
  );
}

function knows(known: Release, code: string): boolean {
  const index = indexOfCode(known, code);
  return index >= 0 && valueAt(known, "property", index) !== "";
}
