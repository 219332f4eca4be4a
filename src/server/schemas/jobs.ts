import { z } from "@hono/zod-openapi";
import { Id, Instant } from "./common.ts";

export const JobState = z.enum(["waiting", "running", "done", "failed"]);

export const Job = z
  .object({
    id: Id,
    kind: z.enum(["match", "reference"]),
    state: JobState,
    project: Id.nullable(),
    /** `done` of `total` steps; `total` is 0 while it is not known. */
    done: z.number().int(),
    total: z.number().int(),
    /** For people, when it failed. */
    message: z.string().nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .openapi("Job");
export type Job = z.infer<typeof Job>;

/** Server-sent events of a job: `event` is `progress`, `done` or `failed`, and `data` a Job as JSON. */
export type JobEvent = { readonly event: "progress" | "done" | "failed"; readonly data: Job };

export const Started = z.object({ job: Id, project: Id.nullable() }).openapi("Started");
export type Started = z.infer<typeof Started>;
