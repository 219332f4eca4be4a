/** The two sides of a change of references: what a table was made with, and what it is held against. */
import { UnreadableReference } from "../loinc/open-reference.ts";
import { PackError } from "../loinc/pack-sections.ts";
import type { Problem } from "../loinc/problem.ts";
import type { Release } from "../loinc/release.ts";
import type { Companions } from "./companions.ts";
import { joined, type OpenOptions, openNamed } from "./open-references.ts";
import type { Reference, ReferenceFacts } from "./reference.ts";
import { installedBefore, inventory, openPack } from "./store.ts";

export type Side = {
  readonly release: Release;
  readonly companions: Companions;
  readonly facts: readonly ReferenceFacts[];
};

export type Sides = {
  readonly to: Side;
  /** Without release when no earlier table is known: then no code can be called new. */
  readonly from: Omit<Side, "release"> & { readonly release: Release | undefined };
  readonly problems: readonly Problem[];
};

/**
 * Opens `to` and `from`, names or paths. To `to` come the references in use of the kinds that it does not name. Where
 * `from` says nothing, a kind that `to` names is taken in the version installed before it, and other kinds are the same
 * on both sides. Throws `UnreadableReference`.
 */
export async function openSides(to: readonly string[], from: readonly string[], options: OpenOptions): Promise<Sides> {
  try {
    return await open(to, from, options);
  } catch (error) {
    if (error instanceof PackError) throw new UnreadableReference(`${options.data} : ${error.message}`);
    throw error;
  }
}

async function open(to: readonly string[], from: readonly string[], options: OpenOptions): Promise<Sides> {
  const { installed } = await inventory(options.data);
  const named = await openNamed(to, options);
  const earlier = await openNamed(from, options);
  const has = (references: readonly Reference[], kind: string): boolean =>
    references.some(({ facts }) => facts.kind === kind);
  const others = await Promise.all(
    installed.filter(({ inUse, facts }) => inUse && !has(named.references, facts.kind)).map(openPack),
  );
  const before = await Promise.all(
    named.references
      .filter(({ facts }) => !has(earlier.references, facts.kind))
      .map(({ facts }) => installedBefore(installed, facts.kind, facts.version))
      .filter((found) => found !== undefined)
      .map(openPack),
  );
  const same = others.filter(({ facts }) => !has(earlier.references, facts.kind));
  const newer = joined([...named.references, ...others], options.starter);
  const older = joined([...earlier.references, ...before, ...same], options.starter);
  // the starter is what was used without a table, on both sides or on none
  const known = !older.starter || newer.starter;
  return {
    to: newer,
    from: { ...older, release: known ? older.release : undefined },
    problems: [...earlier.problems, ...named.problems],
  };
}
