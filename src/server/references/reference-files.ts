/** The packs in the data folder: what an administrator added. */
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodePack } from "../../loinc/pack.ts";
import type { ReleaseInfo } from "../../loinc/release.ts";

export type ReferenceFile = {
  /** Base name without `.pack`. */
  readonly id: string;
  readonly path: string;
  readonly bytes: number;
  /** When it was added, milliseconds. */
  readonly added: number;
};

/** Oldest first: a later one goes before an earlier one where both hold a code. */
export async function referenceFiles(folder: string): Promise<ReferenceFile[]> {
  const names = await readdir(folder).catch(() => []);
  const packs = names.filter((name) => name.endsWith(".pack") && !name.startsWith("."));
  const files = await Promise.all(
    packs.map(async (name): Promise<ReferenceFile | undefined> => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      return found && { id: name.slice(0, -".pack".length), path, bytes: found.size, added: found.mtimeMs };
    }),
  );
  return files.filter((file) => file !== undefined).sort((a, b) => a.added - b.added || (a.id < b.id ? -1 : 1));
}

export async function readInfo(path: string): Promise<ReleaseInfo & { readonly terms: number }> {
  const release = decodePack(await readFile(path));
  return { ...release.info, terms: release.size };
}

/** Where an upload goes while it comes in; other processes do not look at it. */
export async function uploadPath(folder: string, id: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return join(folder, `.upload-${id}`);
}

/** False when there was no such reference. */
export async function removeReference(folder: string, id: string): Promise<boolean> {
  const found = (await referenceFiles(folder)).find((file) => file.id === id);
  if (found === undefined) return false;
  await rm(found.path, { force: true });
  return true;
}
