import type { Term } from "./term.ts";

/** True for the code of a section of a report (`Chemistry studies`). */
export function isSection({ component, property }: Pick<Term, "component" | "property">): boolean {
  return property === "" && / studies(?: \(set\))?$/i.test(component);
}
