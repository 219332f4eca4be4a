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
  const isNewName = pairsSeen(component.values.length);
  const isNewSynonym = pairsSeen(synonyms.values.length);
  // both are sorted by code: one walk finds the codes that they share
  for (let i = 0, place = 0; i < release.size && place < names.codes.length; ) {
    const difference = release.codes[i]! - names.codes[place]!;
    if (difference === 0) {
      const id = ids[i]!;
      const [name, synonym] = [component.ids[place]!, synonyms.ids[place]!];
      if (isNewName(name, id)) yield { form: base(component.values[name]!), component: base(values[id]!), own: true };
      if (isNewSynonym(synonym, id))
        for (const form of partsOf(synonyms.values[synonym]!)) yield { form, component: base(values[id]!), own: false };
    }
    if (difference <= 0) i++;
    if (difference >= 0) place++;
  }
}

/** Tells whether a pair of numbers comes for the first time; the first of them is below `count`, and 0 never counts. */
function pairsSeen(count: number): (one: number, other: number) => boolean {
  // nearly every name has one component: only the others need a set
  const first = new Int32Array(count).fill(-1);
  const more = new Set<string>();
  return (one, other) => {
    if (one === 0 || first[one] === other) return false;
    if (first[one] === -1) {
      first[one] = other;
      return true;
    }
    const key = `${one} ${other}`;
    return !more.has(key) && more.add(key).size > 0;
  };
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
