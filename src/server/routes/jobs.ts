import { z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { getJob } from "../../workspace/jobs.ts";
import { jobAnswer } from "../answers/job-answer.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Id } from "../schemas/common.ts";
import { Job, type JobEvent } from "../schemas/jobs.ts";

/** How often the database is asked how far a job is; another process may run it. */
const ASK_MS = 300;
/** Proxies close what is silent for long. */
const ALIVE_MS = 15_000;

const JobPath = z.object({ job: Id });

export const JOB_ROUTES = [
  route({
    method: "get",
    path: "/jobs/{job}",
    who: "signed-in",
    tag: "Travaux",
    summary: "Où en est un travail",
    params: JobPath,
    answer: Job,
    async handle({ services, params }) {
      const job = await getJob(services.database, params.job);
      return job === undefined ? refuse("not-found") : jobAnswer(job);
    },
  }),
  route({
    method: "get",
    path: "/jobs/{job}/events",
    who: "signed-in",
    tag: "Travaux",
    summary: "Suivre un travail (événements du serveur : progress, puis done ou failed ; data est le travail en JSON)",
    params: JobPath,
    answers: "text/event-stream",
    async handle({ services, params, context }) {
      if ((await getJob(services.database, params.job)) === undefined) return refuse("not-found");
      // a proxy that collects the stream would show nothing until its end
      context.header("X-Accel-Buffering", "no");
      return streamSSE(context, async (stream) => {
        let told = "";
        let silent = 0;
        while (!stream.aborted && !stream.closed) {
          const job = await getJob(services.database, params.job);
          if (job === undefined) return;
          const data = JSON.stringify(jobAnswer(job));
          const event: JobEvent["event"] =
            job.state === "done" ? "done" : job.state === "failed" ? "failed" : "progress";
          if (data !== told) await stream.writeSSE({ event, data });
          else if (silent >= ALIVE_MS) await stream.write(": \n\n");
          silent = data !== told || silent >= ALIVE_MS ? 0 : silent + ASK_MS;
          told = data;
          if (event !== "progress") return;
          await stream.sleep(ASK_MS);
        }
      });
    },
  }),
];
