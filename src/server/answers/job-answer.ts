import type { Job } from "../../workspace/jobs.ts";
import type { Job as JobAnswer } from "../schemas/jobs.ts";

export function jobAnswer(job: Job): JobAnswer {
  const { id, kind, state, project, done, total, message, createdAt, finishedAt } = job;
  return {
    ...{ id, state, done, total, createdAt },
    // a reference is read by the machine that has its file, which the kind names after a colon
    kind: kind.split(":")[0] as JobAnswer["kind"],
    project: project ?? null,
    message: message ?? null,
    finishedAt: finishedAt ?? null,
  };
}
