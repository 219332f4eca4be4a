/** Proposes codes for a project's catalogue, in a thread of its own. */
import { startEngine } from "../../engine/engine-thread.ts";
import { getProject } from "../../workspace/projects.ts";
import { storeProposals } from "../../workspace/proposals.ts";
import { changeReferences } from "../../workspace/references.ts";
import type { JobWork } from "./runner.ts";

/** Matching is told as the first four fifths of the way, storing as the last. */
const MATCHING = 4;

export const matchJob: JobWork = async (job, { services, progress, stopped }) => {
  const { database, references, catalogues } = services;
  const project = await getProject(database, job.project ?? "");
  const catalogue = project && (await catalogues.of(project.id));
  if (project === undefined || catalogue === undefined) return { failed: "Ce projet n'existe plus." };
  const { release, companions, versions, terms } = references.current();
  const engine = startEngine({ opened: { release, companions } });
  const stop = (): void => void engine.close();
  stopped.addEventListener("abort", stop);
  try {
    const proposals = await engine.match(catalogue, (done, total) => progress(done * MATCHING, total * (MATCHING + 1)));
    const actor = { ...job.by, roles: ["admin", "manager"] as const, specialties: [] };
    if (JSON.stringify(project.references) !== JSON.stringify(versions))
      await changeReferences(database, actor, project.id, versions, terms);
    const stored = await storeProposals(database, job.by, project.id, proposals, (done, total) => {
      // what is stored stays: whoever takes the job up stores the rest
      stopped.throwIfAborted();
      progress(MATCHING * total + done, (MATCHING + 1) * total);
    });
    return { result: stored };
  } finally {
    stopped.removeEventListener("abort", stop);
    await engine.close();
  }
};
