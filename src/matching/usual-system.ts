/** The system in which what a component names is measured most: a form that implies another one says so. */
import { listAt } from "./lists.ts";
import type { ReferenceIndex } from "./reference-index.ts";

/** Of a reference that ranks nothing: blood is what is taken most. */
const TAKEN_MOST = ["Ser/Plas", "Ser", "Plas", "PPP", "Bld"];

/** A function that gives the usual system of a base: the one of its most used term, else the one that most of its terms have. */
export function buildUsualSystem({ release, termsOfBase }: ReferenceIndex): (base: number) => string {
  const known = new Map<number, string>();
  const { values, ids } = release.coded.system;
  const ranks = release.rank.some((rank) => rank > 0);
  const find = (base: number): string => {
    const terms = listAt(termsOfBase, base);
    const counts = new Map<string, number>();
    let first: number | undefined;
    for (const term of terms) {
      const system = values[ids[term]!]!;
      counts.set(system, (counts.get(system) ?? 0) + 1);
      const rank = release.rank[term]!;
      if (rank > 0 && (first === undefined || rank < release.rank[first]!)) first = term;
    }
    if (first !== undefined) return values[ids[first]!]!;
    const taken = ranks ? undefined : TAKEN_MOST.find((system) => counts.has(system));
    if (taken !== undefined) return taken;
    return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ["", 0])[0];
  };
  return (base) => {
    let system = known.get(base);
    if (system === undefined) {
      system = find(base);
      known.set(base, system);
    }
    return system;
  };
}
