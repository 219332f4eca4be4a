/** Writes files so that a reader sees the old ones or the new ones, never half of one. */
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";

export type OutputFile = {
  /** Base name. */
  readonly name: string;
  /** All of it, or piece after piece when it is too large to be held at once. */
  readonly bytes: Uint8Array | Iterable<Uint8Array>;
};

/** A file that is written beside its place; `backup` holds what stood there before. */
type Staged = { readonly target: string; readonly temporary: string; readonly backup: string };

/**
 * Writes `files` to `folder`, which is made when it does not exist; files of the same names are replaced once all the
 * new ones are on disk. When anything fails, or `signal` is aborted before the first file is replaced, the folder's
 * files are as before, and the error is thrown on.
 */
export async function writeAtomically(
  folder: string,
  files: readonly OutputFile[],
  signal?: AbortSignal,
): Promise<void> {
  checkNames(files);
  signal?.throwIfAborted();
  await mkdir(folder, { recursive: true });
  const run = randomUUID();
  const staged = files.map(
    ({ name }): Staged => ({
      target: join(folder, name),
      temporary: join(folder, `.${name}.${run}.tmp`),
      backup: join(folder, `.${name}.${run}.old`),
    }),
  );
  try {
    for (const [i, { bytes }] of files.entries()) {
      signal?.throwIfAborted();
      await writeThrough(staged[i]!.temporary, bytes);
    }
    signal?.throwIfAborted();
    await replaceAll(staged);
    await syncFolder(folder);
  } finally {
    await removeAll(staged.map(({ temporary }) => temporary));
  }
}

function checkNames(files: readonly OutputFile[]): void {
  const names = files.map(({ name }) => name);
  const wrong = names.find(
    (name, i) => name === "" || name === "." || name === ".." || /[\\/]/.test(name) || names.indexOf(name) !== i,
  );
  if (wrong !== undefined) throw new RangeError(`not a file name of its own: ${wrong}`);
}

async function writeThrough(path: string, bytes: OutputFile["bytes"]): Promise<void> {
  const handle = await open(path, "wx");
  try {
    // each goes on where the one before ended
    for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts all files in their places; when one cannot be (on Windows: it is open in Excel), those before it go back. */
async function replaceAll(staged: readonly Staged[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { target, temporary, backup } of staged) {
      const existed = await copyIfThere(target, backup);
      await rename(temporary, target);
      undo.unshift(() => (existed ? rename(backup, target) : rm(target)));
    }
  } catch (error) {
    for (const step of undo) await step();
    await removeBackups(staged);
    throw error;
  }
  // Not in a `finally`: when going back fails too, the backups are all that is left of the old files.
  await removeBackups(staged);
}

function removeBackups(staged: readonly Staged[]): Promise<void> {
  return removeAll(staged.map(({ backup }) => backup));
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}

async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as { readonly code?: string }).code === "ENOENT") return false;
    throw error;
  }
}

/** Makes the renames themselves last; systems that cannot open a folder do not need it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
