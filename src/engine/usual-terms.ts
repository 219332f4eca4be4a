/** The terms that French laboratories use most. */
import { type Release, valueAt } from "../loinc/release.ts";

const OTHER_AXES = ["component", "property", "time", "system", "scale"] as const;

/**
 * The code numbers of `starter`'s terms, and of those of `release` that are the same but for naming no method: what is usual with a technique is
 * usual where none is said.
 */
export function usualCodes(release: Release, starter: Release): ReadonlySet<number> {
  const usual = new Set(starter.codes);
  const { coded } = release;
  const axesOf = (term: number): string => OTHER_AXES.map((axis) => coded[axis].ids[term]).join(" ");
  const withMethod = new Set<string>();
  for (let term = 0; term < release.size; term++)
    if (usual.has(release.codes[term]!) && valueAt(release, "method", term) !== "") withMethod.add(axesOf(term));
  for (let term = 0; term < release.size; term++)
    if (valueAt(release, "method", term) === "" && withMethod.has(axesOf(term))) usual.add(release.codes[term]!);
  return usual;
}
