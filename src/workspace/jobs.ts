/** Long work that any server process may take up: a queue in the database. */
import { randomUUID } from "node:crypto";
import type { Queries } from "./database.ts";
import { askedId } from "./ids.ts";
import { jsonText } from "./storable-text.ts";
import type { Person } from "./types.ts";

export type JobState = "waiting" | "running" | "done" | "failed";

export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly project?: string;
  readonly payload: unknown;
  readonly state: JobState;
  /** Steps; `total` is 0 while it is not known. */
  readonly done: number;
  readonly total: number;
  /** For people, when it failed. */
  readonly message?: string;
  readonly result?: unknown;
  readonly by: Person;
  readonly createdAt: string;
  readonly finishedAt?: string;
};

/** A worker that is silent for so long is taken for dead; it should beat several times in it. */
export const SILENT_SECONDS = 30;
/** A job that kills its workers is given up after so many. */
const ATTEMPTS = 3;
const GIVEN_UP =
  "Le traitement s'est arrêté plusieurs fois sans finir : réessayez, ou consultez le journal du serveur.";

/** Puts a job in the queue; its id. */
export async function enqueueJob(
  db: Queries,
  actor: Person,
  job: { readonly kind: string; readonly project?: string; readonly payload: unknown },
): Promise<string> {
  const id = randomUUID();
  await db.query(
    `insert into job (id, kind, project, payload, state, actor, actor_name) values ($1, $2, $3, $4, 'waiting', $5, $6)`,
    [id, job.kind, job.project ?? null, jsonText(job.payload ?? null), actor.id, actor.name],
  );
  return id;
}

/**
 * The oldest job of one of `kinds` that waits, or whose worker has fallen silent, now run by `worker`; `undefined` when
 * there is none. Two workers that ask at once never get the same one.
 */
export async function claimJob(db: Queries, worker: string, kinds: readonly string[]): Promise<Job | undefined> {
  await db.query(
    `update job set state = 'failed', message = $1, finished_at = now(), worker = null
     where attempts >= $2 and (state = 'waiting' or (state = 'running' and ${SILENT}))`,
    [GIVEN_UP, ATTEMPTS],
  );
  const rows = await db.query<JobRow>(
    `update job set state = 'running', worker = $1, beat_at = now(), attempts = attempts + 1, done = 0, total = 0
     where id = (
       select id from job where kind = any($2::text[]) and (state = 'waiting' or (state = 'running' and ${SILENT}))
       order by created_at, id limit 1 for update skip locked
     ) returning *`,
    [worker, kinds],
  );
  return rows.map(jobOf)[0];
}

/** Shows that `worker` is alive and how far it is; false when the job is no longer its own, and it must stop. */
export async function beatJob(
  db: Queries,
  id: string,
  worker: string,
  progress: { readonly done: number; readonly total: number },
): Promise<boolean> {
  return change(db, id, worker, "beat_at = now(), done = $3, total = $4", [progress.done, progress.total]);
}

/** Ends a job well; false when it is no longer the worker's own. */
export async function finishJob(db: Queries, id: string, worker: string, result: unknown = null): Promise<boolean> {
  return change(
    db,
    id,
    worker,
    "state = 'done', result = $3, done = greatest(done, total), finished_at = now(), worker = null",
    [jsonText(result)],
  );
}

/** Ends a job badly, with a message for people; false when it is no longer the worker's own. */
export async function failJob(db: Queries, id: string, worker: string, message: string): Promise<boolean> {
  return change(db, id, worker, "state = 'failed', message = $3, finished_at = now(), worker = null", [message]);
}

/** Gives a job back that `worker` could not finish: the next one who asks takes it up, as if nobody had begun. */
export async function releaseJob(db: Queries, id: string, worker: string): Promise<boolean> {
  return change(db, id, worker, "state = 'waiting', worker = null, beat_at = null, attempts = attempts - 1", []);
}

/** Gives back what ran when this database, which nobody else has open, was left: its worker is gone; how many jobs. */
export async function releaseOrphans(db: Queries): Promise<number> {
  const rows = await db.query(
    "update job set state = 'waiting', worker = null, beat_at = null where state = 'running' returning id",
  );
  return rows.length;
}

/** The job; `undefined` when there is none of this id. */
export async function getJob(db: Queries, id: string): Promise<Job | undefined> {
  return (await db.query<JobRow>("select * from job where id = $1", [askedId(id)])).map(jobOf)[0];
}

/** The job that waits or runs for a project; `undefined` when none does. */
export async function currentJob(db: Queries, project: string): Promise<Job | undefined> {
  const rows = await db.query<JobRow>(
    "select * from job where project = $1 and state in ('waiting', 'running') order by created_at, id limit 1",
    [askedId(project)],
  );
  return rows.map(jobOf)[0];
}

/** Removes jobs that ended more than `days` ago; how many. */
export async function dropOldJobs(db: Queries, days = 30): Promise<number> {
  const rows = await db.query("delete from job where finished_at < now() - make_interval(days => $1) returning id", [
    days,
  ]);
  return rows.length;
}

const SILENT = `beat_at < now() - make_interval(secs => ${SILENT_SECONDS})`;

async function change(
  db: Queries,
  id: string,
  worker: string,
  sets: string,
  values: readonly (string | number)[],
): Promise<boolean> {
  const rows = await db.query(
    `update job set ${sets} where id = $1 and worker = $2 and state = 'running' returning id`,
    [askedId(id), worker, ...values],
  );
  return rows.length > 0;
}

type JobRow = {
  readonly id: string;
  readonly kind: string;
  readonly project: string | null;
  readonly payload: unknown;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly message: string | null;
  readonly result: unknown;
  readonly actor: string;
  readonly actor_name: string;
  readonly created_at: Date;
  readonly finished_at: Date | null;
};

function jobOf(row: JobRow): Job {
  const { id, kind, project, payload, state, done, total, message, result, created_at, finished_at } = row;
  return {
    ...{ id, kind, payload, state, done, total },
    ...(project !== null && { project }),
    ...(message !== null && { message }),
    ...(state === "done" && { result }),
    by: { id: row.actor, name: row.actor_name },
    createdAt: created_at.toISOString(),
    ...(finished_at !== null && { finishedAt: finished_at.toISOString() }),
  };
}
