/** The terms that French laboratories use most. */
import type { Release } from "../loinc/release.ts";

const OTHER_AXES = ["property", "time", "system", "scale"] as const;

/**
 * The code numbers of `starter`'s terms, and of those of `release` that are the same but for naming no method: what is usual with a technique is
 * usual where none is said.
 */
export function usualCodes({ size, codes, coded }: Release, starter: Release): ReadonlySet<number> {
  const usual = new Set(starter.codes);
  const { component, method } = coded;
  const methodless = method.values.indexOf("");
  const axesOf = (term: number): string => OTHER_AXES.map((axis) => coded[axis].ids[term]).join(" ");
  // By component: the other axes of usual terms that name a method.
  const withMethod = new Map<number, Set<string>>();
  for (let term = 0; term < size; term++) {
    if (method.ids[term] === methodless || !usual.has(codes[term]!)) continue;
    const known = withMethod.get(component.ids[term]!);
    if (known === undefined) withMethod.set(component.ids[term]!, new Set([axesOf(term)]));
    else known.add(axesOf(term));
  }
  for (let term = 0; term < size; term++)
    if (method.ids[term] === methodless && withMethod.get(component.ids[term]!)?.has(axesOf(term)))
      usual.add(codes[term]!);
  return usual;
}
