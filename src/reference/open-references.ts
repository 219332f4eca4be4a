/** Opens what a command works with: the references that were named, else those that are installed, else the starter. */
import { stat } from "node:fs/promises";
import { completeFrom } from "../loinc/complete.ts";
import { mergeReleases } from "../loinc/merge.ts";
import { UnreadableReference } from "../loinc/open-reference.ts";
import { PackError } from "../loinc/pack-sections.ts";
import type { Problem } from "../loinc/problem.ts";
import type { Release } from "../loinc/release.ts";
import { type Companions, mergeCompanions, NO_COMPANIONS } from "./companions.ts";
import { derivedPath } from "./derived.ts";
import type { Reference, ReferenceFacts } from "./reference.ts";
import { installedNamed, inventory, openInstalled, openPack } from "./store.ts";

export type OpenedReferences = {
  readonly release: Release;
  readonly companions: Companions;
  /** Of the references that were opened; none for the starter alone. */
  readonly facts: readonly ReferenceFacts[];
  /** Whether the terms are those of the starter. */
  readonly starter: boolean;
  /** Remarks on files that were read; what cannot be read at all is thrown. */
  readonly problems: readonly Problem[];
};

export type OpenOptions = {
  /** The data folder. */
  readonly data: string;
  readonly starter: Release;
  /** Told the bytes read so far of how many; packs are opened without. */
  readonly onProgress?: (done: number, total: number) => void;
};

/**
 * The references in `named`, each a path or the name of an installed one (`2.81`, `loinc-2.81`), later ones over earlier
 * ones; those that are installed when `named` is empty; the starter's terms when none of them holds terms. Throws
 * `UnreadableReference` when something cannot be read.
 */
export async function openReferences(named: readonly string[], options: OpenOptions): Promise<OpenedReferences> {
  const { data, starter } = options;
  try {
    const { references, problems } =
      named.length === 0 ? { references: await openInstalled(data), problems: [] } : await openNamed(named, options);
    const opened = joined(references, starter);
    const derived = derivedPath(data, opened.facts);
    const companions = derived === undefined ? opened.companions : { ...opened.companions, derived };
    return { ...opened, companions, problems };
  } catch (error) {
    if (error instanceof PackError) throw new UnreadableReference(`${data} : ${error.message}`);
    throw error;
  }
}

/** One release and its companions, of `references`; the terms of the starter when none has terms. */
export function joined(references: readonly Reference[], starter: Release): Omit<OpenedReferences, "problems"> {
  const releases = references.map(({ release }) => release).filter((release) => release !== undefined);
  const companions = references.map((reference) => reference.companions);
  return {
    release: releases.length === 0 ? starter : completeFrom(mergeReleases(releases), starter),
    companions: companions.length === 0 ? NO_COMPANIONS : mergeCompanions(inOrder(references)),
    facts: references.map(({ facts }) => facts),
    starter: releases.length === 0,
  };
}

/** Labels of *LOINC Biologie FR* come before those of *Circuit de la biologie* and of the linguistic variant. */
function inOrder(references: readonly Reference[]): Companions[] {
  const order = ["biologie-fr", "circuit", "loinc", "complements"];
  return references
    .toSorted((a, b) => order.indexOf(a.facts.kind) - order.indexOf(b.facts.kind))
    .map(({ companions }) => companions);
}

/** The references that `named` mean, with remarks on files; throws `UnreadableReference` for what cannot be read. */
export async function openNamed(
  named: readonly string[],
  options: OpenOptions,
): Promise<{ readonly references: readonly Reference[]; readonly problems: readonly Problem[] }> {
  const references: Reference[] = [];
  const problems: Problem[] = [];
  const { installed } = await inventory(options.data);
  for (const name of named) {
    const onDisk = (await stat(name).catch(() => undefined)) !== undefined;
    const [found] = onDisk ? [] : installedNamed(installed, name);
    if (found !== undefined) references.push(await openPack(found));
    else if (onDisk) {
      // loaded when there is a file to read: packs open sooner without the parsers
      const { readOfficial } = await import("./read-official.ts");
      const read = await readOfficial([name], { ...options, now: "" });
      const [fault] = read.problems.filter(({ severity }) => severity === "error");
      if (fault !== undefined) throw new UnreadableReference(`${name} : ${fault.message}`);
      references.push(...read.references);
      problems.push(...read.problems);
    } else throw new UnreadableReference(`${name} : ce fichier ou dossier n'existe pas.`);
  }
  return { references, problems };
}
