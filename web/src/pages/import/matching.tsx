/** Follows the matching and, when it is done, leads to the project. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useJob } from "../../api/job.ts";
import { projectKey } from "../../api/projects.ts";
import type { Started } from "../../api/types.ts";
import { Notice } from "../../components/notice.tsx";
import { Progress } from "../../components/progress.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function Matching({ started, project }: { started: Started; project: string | undefined }) {
  const { imports } = useMessages();
  const client = useQueryClient();
  const job = useJob(started.job);
  const id = started.project ?? project ?? job?.project ?? undefined;
  const link = useRef<HTMLAnchorElement>(null);
  const state = job?.state;

  useEffect(() => {
    if (state !== "done" && state !== "failed") return;
    client.invalidateQueries({ queryKey: ["projects"] });
    if (id !== undefined) client.invalidateQueries({ queryKey: projectKey(id) });
    link.current?.focus();
  }, [state, id, client]);

  const go = id !== undefined && (
    <Link ref={link} className="button primary" href={paths.project(id)}>
      {imports.open}
    </Link>
  );
  if (state === "failed")
    return (
      <Notice tone="error" title={imports.failed}>
        <p>{job?.message}</p>
        {go}
      </Notice>
    );
  if (state === "done")
    return (
      <Notice tone="good" title={imports.matched}>
        {go}
      </Notice>
    );
  return <Progress label={imports.matching} share={job && job.total > 0 ? job.done / job.total : undefined} />;
}
