/** Which forms are told from the others of their component by the system: `natriurèse` says urine, `sodium` says nothing. */
import { values } from "./table.ts";

type Line = { readonly component: string; readonly forms: string; readonly system: string };

/** A function that is true of a line whose system differs from the one, or none, that most forms of its component imply. */
export function systemTold(lines: readonly Line[]): (line: Line) => boolean {
  const counts = new Map<string, Map<string, number>>();
  for (const { component, forms, system } of lines) {
    const bySystem = counts.get(component) ?? new Map<string, number>();
    bySystem.set(system, (bySystem.get(system) ?? 0) + values(forms).length);
    counts.set(component, bySystem);
  }
  const usual = new Map(
    Array.from(counts, ([component, bySystem]) => [
      component,
      [...bySystem].reduce((most, next) => (next[1] > most[1] ? next : most))[0],
    ]),
  );
  return ({ component, system }) => system !== "" && system !== usual.get(component);
}
