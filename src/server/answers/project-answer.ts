import { LOINC_NOTICE } from "../../loinc/term.ts";
import type { Database } from "../../workspace/database.ts";
import { currentJob } from "../../workspace/jobs.ts";
import { noCounts, type StateCounts } from "../../workspace/projects.ts";
import type { Project } from "../../workspace/types.ts";
import type { Project as ProjectAnswer } from "../schemas/projects.ts";

export async function projectAnswer(
  db: Database,
  project: Project,
  counts: ReadonlyMap<string, StateCounts>,
): Promise<ProjectAnswer> {
  const { id, name, laboratory, createdAt, references, catalogueVersion, settings } = project;
  const states = counts.get(id) ?? noCounts();
  return {
    ...{ id, name, laboratory, createdAt, catalogueVersion },
    references: [...references],
    secondReading: settings.secondReading,
    states,
    items: Object.values(states).reduce((sum, count) => sum + count, 0),
    job: (await currentJob(db, id))?.id ?? null,
    notice: LOINC_NOTICE,
  };
}
