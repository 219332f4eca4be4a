/** Files that were uploaded and are looked at before anything is imported. */
import { randomUUID } from "node:crypto";
import type { Database, Queries } from "./database.ts";
import { askedId } from "./ids.ts";
import { filesOf, keepFiles, waitingFiles } from "./source-files.ts";
import type { Person, StoredFile } from "./types.ts";

/** After this time without import they are removed. */
const HOURS = 24;

export type StagedImport = {
  readonly id: string;
  readonly by: Person;
  readonly expiresAt: string;
  readonly files: readonly StoredFile[];
};

/** Keeps `files` for `hours`; the id under which they wait. */
export function stageImport(
  db: Database,
  actor: Person,
  files: readonly StoredFile[],
  hours: number = HOURS,
): Promise<string> {
  const id = randomUUID();
  return db.transaction(async (queries) => {
    await queries.query(
      `insert into staged_import (id, actor, actor_name, expires_at)
       values ($1, $2, $3, now() + make_interval(secs => $4))`,
      [id, actor.id, actor.name, hours * 3600],
    );
    await keepFiles(queries, waitingFiles(id), files);
    return id;
  });
}

/** What waits under `id`; `undefined` when there is nothing, or its time is over. */
export async function stagedImport(db: Queries, id: string): Promise<StagedImport | undefined> {
  const [row] = await db.query<{ id: string; actor: string; actor_name: string; expires_at: Date }>(
    "select * from staged_import where id = $1 and expires_at > now()",
    [askedId(id)],
  );
  if (row === undefined) return undefined;
  return {
    id: row.id,
    by: { id: row.actor, name: row.actor_name },
    expiresAt: row.expires_at.toISOString(),
    files: await filesOf(db, waitingFiles(row.id)),
  };
}

/** Keeps others off what waits under `id` until the transaction ends; false when nothing does. */
export async function holdStagedImport(queries: Queries, id: string): Promise<boolean> {
  const found = await queries.query("select id from staged_import where id = $1 and expires_at > now() for update", [
    askedId(id),
  ]);
  return found.length > 0;
}

/** Puts other files, or the same ones read otherwise, in the place of those that wait under `id`; false when nothing does. */
export function restageImport(db: Database, id: string, files: readonly StoredFile[]): Promise<boolean> {
  return db.transaction(async (queries) => {
    if (!(await holdStagedImport(queries, id))) return false;
    await queries.query("delete from staged_file where import = $1", [id]);
    await keepFiles(queries, waitingFiles(id), files);
    return true;
  });
}

/** Removes what waits under `id`; false when nothing does. */
export async function dropStagedImport(db: Queries, id: string): Promise<boolean> {
  return (await db.query("delete from staged_import where id = $1 returning id", [askedId(id)])).length > 0;
}

/** Removes what waited too long; how many imports. */
export async function dropExpiredImports(db: Queries): Promise<number> {
  return (await db.query("delete from staged_import where expires_at <= now() returning id")).length;
}
