/** Follows long work on the server by its events; the browser connects again by itself when the line breaks. */
import { useEffect, useState } from "react";
import { call } from "./client.ts";
import type { Job } from "./types.ts";

/** The job as last heard of; `undefined` before the first news. */
export function useJob(id: string | null): Job | undefined {
  const [job, setJob] = useState<Job>();
  useEffect(() => {
    setJob(undefined);
    if (id === null) return;
    let alive = true;
    const told = (news: Job): void => {
      if (alive) setJob(news);
    };
    const source = new EventSource(`/api/jobs/${id}/events`);
    const heard = (event: Event): void => {
      const news = JSON.parse((event as MessageEvent<string>).data) as Job;
      told(news);
      if (isOver(news)) source.close();
    };
    for (const name of ["progress", "done", "failed"]) source.addEventListener(name, heard);
    // Work that ended before the events were asked for, or a server without them: ask.
    source.onerror = () => {
      call<Job>(`/jobs/${id}`).then(
        (news) => {
          told(news);
          if (isOver(news)) source.close();
        },
        () => {},
      );
    };
    return () => {
      alive = false;
      source.close();
    };
  }, [id]);
  return job;
}

export function isOver(job: Job): boolean {
  return job.state === "done" || job.state === "failed";
}
