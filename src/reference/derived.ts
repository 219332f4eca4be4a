/**
 * What the program works out from installed references, kept beside their packs so that the next start need not: files that may be missing, stale
 * or cut short at any time, and are then made anew.
 */
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { packFolder } from "./data-folder.ts";
import type { ReferenceFacts } from "./reference.ts";

const BEGINNING = "derived-";

/** Where stands what follows from the references of `facts` together, but for its ending; `undefined` unless all are installed in `data`. */
export function derivedPath(data: string, facts: readonly ReferenceFacts[]): string | undefined {
  // what is read from a file each time was never added
  if (facts.length === 0 || facts.some(({ added }) => added === "")) return undefined;
  const hash = createHash("sha256");
  for (const { kind, version, sourceHash, added } of facts)
    hash.update(JSON.stringify([kind, version, sourceHash, added]));
  return join(packFolder(data), `${BEGINNING}${hash.digest("hex").slice(0, 16)}`);
}

/** The bytes kept under `path` with this ending; `undefined` when there are none. */
export function readDerived(path: string, ending: string): Uint8Array | undefined {
  try {
    return readFileSync(path + ending);
  } catch {
    return undefined;
  }
}

/**
 * Keeps `bytes` under `path` with this ending, whole or not at all, instead of what has another one: that is of an earlier version of the program.
 * A folder that cannot be written is no fault: the next start takes longer, that is all.
 */
export function writeDerived(path: string, ending: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    renameSync(temporary, path + ending);
    const others = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}-`));
    for (const name of others) if (name !== basename(path + ending)) rmSync(join(dirname(path), name), { force: true });
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** Removes all that is kept in `data`: the references are about to be others. */
export async function forgetDerived(data: string): Promise<void> {
  const folder = packFolder(data);
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(BEGINNING) && !name.endsWith(".tmp")) await rm(join(folder, name), { force: true });
}
