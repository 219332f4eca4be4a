/** The names that official files give the components of a release, and the components that acts of the NABM measure. */
import { codeNumber } from "../loinc/code.ts";
import { indexOfCode, type Release, valueAt } from "../loinc/release.ts";
import type { Companions, NabmAlignment } from "./companions.ts";
import type { FrenchNames } from "./french-names.ts";
import { partsOf } from "./synonyms.ts";

export type ComponentName = {
  readonly form: string;
  /** Without challenge. */
  readonly component: string;
  /** Whether it is the component's own name rather than a synonym. */
  readonly own: boolean;
};

/** Each name of each component of `release` once: French ones, then the names that LOINC displays for parts. */
export function* componentNames(release: Release, companions: Companions): Generator<ComponentName> {
  for (const names of companions.french) yield* frenchNamesOf(release, names);
  for (const [component, form] of companions.partNames) yield { form, component, own: false };
}

function* frenchNamesOf(release: Release, names: FrenchNames): Generator<ComponentName> {
  const { component, synonyms } = names.columns;
  const { values, ids } = release.coded.component;
  const seen = new Set<number>();
  const isNew = (component: number, column: number, id: number): boolean => {
    const key = (component * 2 + column) * 1_000_000 + id;
    return id !== 0 && !seen.has(key) && seen.add(key).size > 0;
  };
  // both are sorted by code: one walk finds the codes that they share
  for (let i = 0, place = 0; i < release.size && place < names.codes.length; ) {
    const difference = release.codes[i]! - names.codes[place]!;
    if (difference === 0) {
      const id = ids[i]!;
      const english = base(values[id]!);
      if (isNew(id, 0, component.ids[place]!))
        yield { form: base(component.values[component.ids[place]!]!), component: english, own: true };
      if (isNew(id, 1, synonyms.ids[place]!))
        for (const form of partsOf(synonyms.values[synonyms.ids[place]!]!))
          yield { form, component: english, own: false };
    }
    if (difference <= 0) i++;
    if (difference >= 0) place++;
  }
}

function base(component: string): string {
  return component.split("^")[0]!;
}

/** NABM act → components of its codes, those with the most used terms first. Codes that `release` lacks are left out. */
export function componentsOfActs(release: Release, nabm: NabmAlignment): ReadonlyMap<string, readonly string[]> {
  const acts = new Map<string, readonly string[]>();
  for (const [act, codes] of nabm) {
    const terms = codes.map((code) => indexOfCode(release, code)).filter((term) => term >= 0);
    const rank = (term: number): number => release.rank[term]! || Number.POSITIVE_INFINITY;
    const sorted = terms.sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
    const components = sorted.map((term) => base(valueAt(release, "component", term)));
    if (components.length > 0) acts.set(act, [...new Set(components)]);
  }
  return acts;
}

/** Code numbers of `codes`, as releases hold them. */
export function codeNumbers(codes: Iterable<string>): Set<number> {
  return new Set([...codes].map((code) => codeNumber(code)).filter((number) => number !== undefined));
}
