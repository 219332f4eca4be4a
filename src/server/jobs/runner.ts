/** Runs jobs of the shared queue in this process, one at a time. */
import { randomUUID } from "node:crypto";
import { dropOldArrivals } from "../../workspace/arriving-rows.ts";
import { dropExpiredImports } from "../../workspace/import-staging.ts";
import { beatJob, claimJob, dropOldJobs, failJob, finishJob, type Job, releaseJob } from "../../workspace/jobs.ts";
import { errorFacts } from "../log.ts";
import type { Services } from "../services.ts";

export type JobTools = {
  readonly services: Services;
  readonly progress: (done: number, total: number) => void;
  /** Aborted when another process has taken the job over, or this one shuts down. */
  readonly stopped: AbortSignal;
};

/** Does a job: what it came to, or for people why it failed. What it throws fails it without a reason. */
export type JobWork = (
  job: Job,
  tools: JobTools,
) => Promise<{ readonly result: unknown } | { readonly failed: string }>;

export type JobRunner = {
  /** There may be work: look at once. */
  readonly wake: () => void;
  /** Stops; a job that runs goes back to the queue, where another process finds it. */
  readonly close: () => Promise<void>;
};

const IDLE_MS = 1000;
const BEAT_MS = 2000;
const TIDY_MS = 10 * 60_000;
const BROKEN = "Le traitement a échoué ; l'erreur est dans le journal du serveur.";

/** Looks for jobs of the kinds in `works` until it is closed. */
export function startJobs(services: Services, works: Readonly<Record<string, JobWork>>): JobRunner {
  const { database, log, references } = services;
  const worker = randomUUID();
  const closing = new AbortController();
  let tidied = 0;
  let wakeUp: () => void = () => {};
  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const tidy = async (): Promise<void> => {
    if (Date.now() - tidied < TIDY_MS) return;
    tidied = Date.now();
    await dropExpiredImports(database);
    await dropOldArrivals(database);
    await dropOldJobs(database);
  };
  const loop = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await references.refresh();
        await tidy();
        const job = await claimJob(database, worker, Object.keys(works));
        if (job === undefined) await idle();
        else await run(job, works[job.kind]!, { services, worker, closing: closing.signal });
      } catch (error) {
        log.error({ job: "runner", ...errorFacts(error) });
        await idle();
      }
    }
  };
  const running = loop();
  return {
    wake: () => wakeUp(),
    close: async () => {
      closing.abort();
      wakeUp();
      await running;
    },
  };
}

type Running = { readonly services: Services; readonly worker: string; readonly closing: AbortSignal };

async function run(job: Job, work: JobWork, { services, worker, closing }: Running): Promise<void> {
  const { database, log } = services;
  const started = performance.now();
  const lost = new AbortController();
  const stopped = AbortSignal.any([closing, lost.signal]);
  let steps = { done: 0, total: 0 };
  const beat = async (): Promise<void> => {
    if (!(await beatJob(database, job.id, worker, steps).catch(() => true))) lost.abort();
  };
  const beating = setInterval(beat, BEAT_MS);
  let told = 0;
  const progress = (done: number, total: number): void => {
    steps = { done, total };
    if (performance.now() - told < 250 && done < total) return;
    told = performance.now();
    void beat();
  };
  let end = "done";
  try {
    const outcome = await work(job, { services, progress, stopped });
    if ("failed" in outcome) {
      end = "failed";
      await failJob(database, job.id, worker, outcome.failed);
    } else await finishJob(database, job.id, worker, outcome.result);
  } catch (error) {
    end = stopped.aborted ? "stopped" : "failed";
    if (closing.aborted) await releaseJob(database, job.id, worker);
    if (stopped.aborted) return;
    log.error({ job: job.kind, id: job.id, ...errorFacts(error) });
    await failJob(database, job.id, worker, BROKEN);
  } finally {
    clearInterval(beating);
    log.info({ job: job.kind, id: job.id, end, ms: Math.round(performance.now() - started) });
  }
}
