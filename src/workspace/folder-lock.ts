/**
 * A lock beside a folder. PGlite has none of its own, and two processes that open one folder lose each other's rows
 * without a word.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isAlive, type ProcessMark, processMark, sameMachine } from "./process-mark.ts";
import { WorkspaceError } from "./workspace-error.ts";

type LockContent = {
  readonly id: string;
  readonly holder: string;
  readonly since: string;
  readonly process: ProcessMark;
};

/** How often a holder shows that it lives, and after how long without it a holder on another machine is given up. */
const BEAT_MS = 5_000;
const SILENT_MS = 30_000;

export type FolderLock = { readonly release: () => void };

/**
 * The lock of `folder`, a file beside it. A lock whose process has ended is taken over. Throws `WorkspaceError` when a
 * process holds it; `holder` is what such a process says of itself.
 */
export function lockFolder(folder: string, holder: string): FolderLock {
  const path = `${resolve(folder)}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  const content: LockContent = {
    id: randomUUID(),
    holder,
    since: new Date().toISOString(),
    process: processMark(),
  };
  if (!create(path, content)) takeOver(path, content, folder);
  const beat = setInterval(() => touch(path), BEAT_MS);
  beat.unref();
  const release = (): void => {
    clearInterval(beat);
    process.removeListener("exit", release);
    if (read(path)?.id === content.id) rmSync(path, { force: true });
  };
  process.on("exit", release);
  return { release };
}

/** True when the lock was free and now holds `content`. */
function create(path: string, content: LockContent): boolean {
  try {
    writeFileSync(path, JSON.stringify(content), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as { readonly code?: string }).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Replaces a lock whose process has ended. Only one process at a time looks and replaces: otherwise two could find the
 * dead one, and the slower would throw out the faster.
 */
function takeOver(path: string, content: LockContent, folder: string): void {
  const gate = `${path}.gate`;
  if (ageOf(gate) > SILENT_MS) rmSync(gate, { recursive: true, force: true });
  try {
    mkdirSync(gate);
  } catch {
    throw held(folder, read(path));
  }
  try {
    const current = read(path);
    if (holds(path, current)) throw held(folder, current);
    rmSync(path, { force: true });
    if (!create(path, content)) throw held(folder, read(path));
  } finally {
    rmSync(gate, { recursive: true, force: true });
  }
}

/** Whether the process behind a lock still lives: asked of the system where it is on this machine, else told by its beat. */
function holds(path: string, lock: LockContent | undefined): boolean {
  if (lock !== undefined && sameMachine(lock.process)) return isAlive(lock.process);
  return ageOf(path) < SILENT_MS;
}

/** What a lock says; `undefined` when it is gone or is being written. */
function read(path: string): LockContent | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as LockContent;
  } catch {
    return undefined;
  }
}

/** Milliseconds since the file was last touched; -1 when there is none. */
function ageOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? -1 : Date.now() - stats.mtimeMs;
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody removed the file by hand; the next one that opens the folder makes its own.
  }
}

function held(folder: string, lock: LockContent | undefined): WorkspaceError {
  const who =
    lock === undefined
      ? "un autre programme"
      : `${lock.holder} (processus ${lock.process.pid} sur ${lock.process.host}, depuis ${lock.since})`;
  return new WorkspaceError(
    "locked",
    `Le dossier ${folder} est déjà ouvert par ${who} : fermez-le d'abord, ou choisissez un autre dossier avec --data. Pour travailler à plusieurs programmes, utilisez un serveur PostgreSQL (DATABASE_URL).`,
  );
}
