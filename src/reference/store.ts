/** Installed references: one pack each, `loinc-2.81.pack`, in the data folder. Of each kind the latest version is in use. */
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodePackSections, headerEnd, isPack, PackError } from "../loinc/pack-sections.ts";
import { errorAt, type Problem } from "../loinc/problem.ts";
import { packFolder } from "./data-folder.ts";
import { forgetDerived } from "./derived.ts";
import { firstBytes } from "./first-bytes.ts";
import { REFERENCE_KINDS, type Reference, type ReferenceFacts, type ReferenceKind, referenceId } from "./reference.ts";
import { decodeReference, encodeReference, factsOf, isIntact } from "./reference-pack.ts";
import { byVersion } from "./versions.ts";

export type Installed = {
  readonly id: string;
  readonly facts: ReferenceFacts;
  readonly path: string;
  /** Of the pack, in bytes. */
  readonly size: number;
  /** The latest of its kind. */
  readonly inUse: boolean;
};

export type Inventory = {
  /** By kind, the latest version first. */
  readonly installed: readonly Installed[];
  /** Packs that cannot be read. */
  readonly problems: readonly Problem[];
};

const PACK = /^([a-z][\w.-]*)\.pack$/;

/** What is installed in `data`; nothing when the folder does not exist. Reads the headers of the packs alone. */
export async function inventory(data: string): Promise<Inventory> {
  const folder = packFolder(data);
  const names = await readdir(folder).catch(() => []);
  const found: Omit<Installed, "inUse">[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter((one) => PACK.test(one)).sort()) {
    const path = join(folder, name);
    try {
      found.push({ id: PACK.exec(name)![1]!, path, facts: await factsAt(path), size: (await stat(path)).size });
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      problems.push(damaged(name));
    }
  }
  const rank = ({ facts }: { readonly facts: ReferenceFacts }): number => REFERENCE_KINDS.indexOf(facts.kind);
  const sorted = found.sort((a, b) => rank(a) - rank(b) || byVersion(b.facts.version, a.facts.version));
  return {
    installed: sorted.map((one, i) => ({ ...one, inUse: sorted[i - 1]?.facts.kind !== one.facts.kind })),
    problems,
  };
}

async function factsAt(path: string): Promise<ReferenceFacts> {
  const start = await firstBytes(path, 16);
  if (!isPack(start)) throw new PackError("");
  return factsOf(decodePackSections(await firstBytes(path, headerEnd(start))).head);
}

function damaged(name: string): Problem {
  const id = name.replace(/\.pack$/, "");
  const message = `La référence installée ${id} est abîmée : retirez-la (transloinc reference remove ${id}) et ajoutez de nouveau le fichier officiel.`;
  return errorAt({ file: name }, "damaged-pack", message);
}

/** The references in use, whole: the latest of each kind. Throws `PackError` when one is damaged. */
export async function openInstalled(data: string): Promise<Reference[]> {
  const { installed } = await inventory(data);
  return Promise.all(installed.filter(({ inUse }) => inUse).map(openPack));
}

/** The reference in a pack. Throws `PackError`, which names it, when it is damaged. */
export async function openPack({ path, id }: Pick<Installed, "path" | "id">): Promise<Reference> {
  try {
    return decodeReference(await readFile(path));
  } catch (error) {
    throw error instanceof PackError ? new PackError(damaged(`${id}.pack`).message) : error;
  }
}

/**
 * Writes `reference` to `data`, over the one of the same kind and version; it is there whole or not at all, and the
 * disk has it. What a run that was killed has left is removed. Aborting `signal` leaves everything as it was.
 */
export async function install(data: string, reference: Reference, signal?: AbortSignal): Promise<Installed> {
  const folder = packFolder(data);
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  const id = referenceId(reference.facts);
  const path = join(folder, `${id}.pack`);
  const temporary = join(folder, `.${id}.${process.pid}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(encodeReference(reference), { ...(signal && { signal }) });
      await file.sync();
    } finally {
      await file.close();
    }
    signal?.throwIfAborted();
    await rename(temporary, path);
    await forgetDerived(data);
  } finally {
    await rm(temporary, { force: true });
  }
  const { installed } = await inventory(data);
  return installed.find((one) => one.id === id)!;
}

/** Installs `references` one after the other; `signal` leaves the one that is being written out. */
export async function installAll(
  data: string,
  references: readonly Reference[],
  signal?: AbortSignal,
): Promise<Installed[]> {
  const installed: Installed[] = [];
  for (const reference of references) installed.push(await install(data, reference, signal));
  return installed;
}

/** Temporary files of processes that are no more. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = /\.(\d+)\.[\da-f-]+\.tmp$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as { readonly code?: string }).code === "EPERM";
  }
}

/** Removes the pack named `id`; false when there is none. Also removes one that cannot be read. */
export async function remove(data: string, id: string): Promise<boolean> {
  const path = join(packFolder(data), `${id}.pack`);
  if (!PACK.test(`${id}.pack`) || (await stat(path).catch(() => undefined)) === undefined) return false;
  await rm(path);
  await forgetDerived(data);
  return true;
}

/** What is wrong with the pack of `installed`: its bytes are read whole and compared with the hash made when it was added. */
export async function verify({ path, id }: Installed): Promise<Problem | undefined> {
  const bytes = await readFile(path);
  try {
    if (isIntact(bytes)) {
      decodeReference(bytes);
      return undefined;
    }
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
  }
  return damaged(`${id}.pack`);
}

/** The installed reference that `name` means: its identifier, or its version when only one kind has it. */
export function installedNamed(installed: readonly Installed[], name: string): Installed[] {
  const exact = installed.filter(({ id }) => id === name);
  return exact.length > 0 ? exact : installed.filter(({ facts }) => facts.version === name);
}

/** The installed reference of `kind` that comes right before `version`; `undefined` when there is none. */
export function installedBefore(
  installed: readonly Installed[],
  kind: ReferenceKind,
  version: string,
): Installed | undefined {
  return installed.find(({ facts }) => facts.kind === kind && byVersion(facts.version, version) < 0);
}
