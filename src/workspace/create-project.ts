/** A project begins with a catalogue. */
import { randomUUID } from "node:crypto";
import type { Problem } from "../catalogue/types.ts";
import { clearArrival, sendAhead, settle } from "./arriving-rows.ts";
import type { Database, Queries } from "./database.ts";
import { appendEvents, type NewEvent, stampOf } from "./events.ts";
import { askedId } from "./ids.ts";
import { dropStagedImport, holdStagedImport } from "./import-staging.ts";
import { countAgain } from "./item-rows.ts";
import { enqueueJob } from "./jobs.ts";
import { uniquely } from "./laboratories.ts";
import { may } from "./may.ts";
import { getProject } from "./projects.ts";
import { type RowReader, readRows, readToImport } from "./read-rows.ts";
import { isRefusal, refuse } from "./refusal.ts";
import { importedFiles, keepFiles } from "./source-files.ts";
import type { Actor, Project, ProjectSettings, ReferenceVersion, Refusal, StoredFile } from "./types.ts";

export type NewProject = {
  readonly laboratory: string;
  readonly name: string;
  /** Up to three files of the exchange. */
  readonly files: readonly StoredFile[];
  readonly references: readonly ReferenceVersion[];
  readonly settings?: ProjectSettings;
};

export type Imported = {
  readonly project: Project;
  /** Rows that are to be reviewed. */
  readonly items: number;
  /** Remarks on the files. */
  readonly problems: readonly Problem[];
  /** The job that proposes codes, when one began. */
  readonly job?: string;
};

export type ImportOptions = {
  /** In this thread unless said otherwise. */
  readonly read?: RowReader;
  /** The waiting import that the files come from: its wait ends, and a job begins that proposes codes. */
  readonly staged?: string;
};

const SETTINGS: ProjectSettings = { secondReading: "none" };

/**
 * The new project with an item for each row of its files, or why there is none: whole or not at all. Its proposals are
 * stored later.
 */
export async function createProject(
  db: Database,
  actor: Actor,
  given: NewProject,
  { read = readRows, staged }: ImportOptions = {},
): Promise<Imported | Refusal> {
  if (!may(actor, "import")) return refuse("not-allowed", "Seul un gestionnaire importe un catalogue.");
  const { laboratory, name, files, references, settings = SETTINGS } = given;
  const found = await readToImport(files, read);
  if (isRefusal(found)) return found;
  const { rows, problems } = found;
  const stamp = stampOf(actor);
  const id = randomUUID();
  const arrival = await sendAhead(db, rows);
  const created = await uniquely(() =>
    db.transaction(async (queries) => {
      if (staged !== undefined && !(await holdStagedImport(queries, staged))) return noLongerWaits();
      const [owner] = await queries.query("select from laboratory where id = $1", [askedId(laboratory)]);
      if (owner === undefined) return refuse("not-found", "Ce laboratoire n'existe pas.");
      await queries.query(
        `insert into project (id, laboratory, name, settings, reference_versions, catalogue_version, created_at)
         values ($1, $2, $3, $4, $5, 1, $6)`,
        [id, laboratory, name.trim(), JSON.stringify(settings), JSON.stringify(references), stamp.at],
      );
      await keepFiles(queries, importedFiles(id, 1), files);
      await appendEvents(queries, stamp, [
        { kind: "project-created", project: id, after: { name: name.trim(), laboratory, settings, references } },
      ]);
      const order = await settle(queries, stamp, id, arrival);
      await appendEvents(queries, stamp, [catalogueImported(id, 1, files, order)]);
      const job = staged === undefined ? {} : { job: await goOn(queries, actor, id, staged) };
      return { project: (await getProject(queries, id))!, items: rows.length, problems, ...job };
    }),
  ).finally(() => clearArrival(db, arrival));
  await countAgain(db, rows.length);
  return (
    created ?? refuse("already-there", `Ce laboratoire a déjà un projet « ${name.trim()} » : donnez un autre nom.`)
  );
}

export function noLongerWaits(): Refusal {
  return refuse("not-found", "Cet import n'existe plus : envoyez les fichiers de nouveau.");
}

/**
 * Ends the wait of what is imported and begins the job that proposes codes, in the transaction of the import: rows without
 * proposals, or files that could be imported twice, are not left behind. The job's id.
 */
export async function goOn(queries: Queries, actor: Actor, project: string, staged: string): Promise<string> {
  await dropStagedImport(queries, staged);
  return enqueueJob(queries, actor, { kind: "match", project, payload: {} });
}

/** The event that says which files were imported, and in which order the items stand since then. */
export function catalogueImported(
  project: string,
  version: number,
  files: readonly StoredFile[],
  order: readonly number[],
): NewEvent {
  return { kind: "catalogue-imported", project, after: { version, files: files.map(({ name }) => name), order } };
}
