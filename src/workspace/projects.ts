/** Projects: a laboratory's catalogue and the references it is transcoded with. */
import { randomUUID } from "node:crypto";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { Problem } from "../catalogue/types.ts";
import type { Database, Queries } from "./database.ts";
import { appendEvents, type NewEvent, type Stamp, stampOf } from "./events.ts";
import { askedId } from "./ids.ts";
import { countAgain, insertItems } from "./item-rows.ts";
import { applyStep } from "./item-state.ts";
import { uniquely } from "./laboratories.ts";
import { may } from "./may.ts";
import { refuse } from "./refusal.ts";
import { rowsOfCatalogue } from "./rows-of-catalogue.ts";
import { importedFiles, keepFiles } from "./source-files.ts";
import type { Actor, Project, ProjectSettings, ReferenceVersion, Refusal, Row, State, StoredFile } from "./types.ts";
import { STATES } from "./types.ts";

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
};

/** From so many new rows on the database counts again. */
const MANY = 100;

const SETTINGS: ProjectSettings = { secondReading: "none" };

/** The new project with an item for each row of its files, or why there is none. Its proposals are stored later. */
export async function createProject(db: Database, actor: Actor, given: NewProject): Promise<Imported | Refusal> {
  if (!may(actor, "import")) return refuse("not-allowed", "Seul un gestionnaire importe un catalogue.");
  const { catalogue, problems } = readCatalogue(given.files);
  const rows = rowsOfCatalogue(catalogue);
  if (rows.length === 0) {
    return refuse(
      "nothing-to-do",
      "Aucune ligne n'a pu être lue dans ces fichiers : corrigez-les, puis recommencez.",
      problems,
    );
  }
  const { laboratory, name, files, references, settings = SETTINGS } = given;
  const stamp = stampOf(actor);
  const id = randomUUID();
  const created = await uniquely(() =>
    db.transaction(async (queries) => {
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
      const order = await importRows(queries, stamp, id, rows);
      await appendEvents(queries, stamp, [catalogueImported(id, 1, files, order)]);
      return { project: (await getProject(queries, id))!, items: rows.length, problems };
    }),
  );
  return (
    created ?? refuse("already-there", `Ce laboratoire a déjà un projet « ${name.trim()} » : donnez un autre nom.`)
  );
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

/** Adds an item for each row; their ids, in order. */
export async function importRows(
  queries: Queries,
  stamp: Stamp,
  project: string,
  rows: readonly Row[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const states = rows.map((after) => applyStep(undefined, { id: 0, kind: "imported", before: null, after }));
  const ids = await insertItems(queries, project, states);
  await appendEvents(
    queries,
    stamp,
    rows.map((after, i) => ({ kind: "imported", project, item: ids[i]!, after })),
  );
  if (rows.length > MANY) await countAgain(queries);
  return ids;
}

/** The project; `undefined` when there is none of this id. */
export async function getProject(db: Queries, id: string): Promise<Project | undefined> {
  const rows = await db.query<ProjectRow>(`${SELECT} where p.id = $1`, [askedId(id)]);
  return rows.map(projectOf)[0];
}

/** All projects, by laboratory and name. */
export async function listProjects(db: Queries): Promise<Project[]> {
  return (await db.query<ProjectRow>(`${SELECT} order by l.name, p.name, p.id`)).map(projectOf);
}

/** The project with other settings, or why it keeps its own. */
export function changeSettings(
  db: Database,
  actor: Actor,
  id: string,
  settings: ProjectSettings,
): Promise<Project | Refusal> {
  return db.transaction(async (queries) => {
    if (!may(actor, "import")) return refuse("not-allowed", "Seul un gestionnaire change les réglages d'un projet.");
    const [row] = await queries.query<{ settings: ProjectSettings }>(
      "select settings from project where id = $1 for update",
      [askedId(id)],
    );
    if (row === undefined) return refuse("not-found", "Ce projet n'existe pas.");
    await queries.query("update project set settings = $2 where id = $1", [id, JSON.stringify(settings)]);
    await appendEvents(queries, stampOf(actor), [
      { kind: "settings-changed", project: id, before: row.settings, after: settings },
    ]);
    return (await getProject(queries, id))!;
  });
}

export type StateCounts = { readonly [state in State]: number };

/** Items by state of each project, without removed ones; of one project when `id` is given. */
export async function stateCounts(db: Queries, id?: string): Promise<Map<string, StateCounts>> {
  const rows = await db.query<{ project: string; state: State; count: number }>(
    `select project, state, count(*) as count from item
     where not removed and ($1::uuid is null or project = $1) group by project, state`,
    [id === undefined ? null : askedId(id)],
  );
  const counts = new Map<string, Record<State, number>>();
  for (const { project, state, count } of rows) {
    const of = counts.get(project) ?? noCounts();
    of[state] = count;
    counts.set(project, of);
  }
  return counts;
}

/** Zero for every state. */
export function noCounts(): Record<State, number> {
  return Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>;
}

type ProjectRow = {
  readonly id: string;
  readonly name: string;
  readonly settings: ProjectSettings;
  readonly reference_versions: readonly ReferenceVersion[];
  readonly catalogue_version: number;
  readonly created_at: Date;
  readonly laboratory: string;
  readonly laboratory_name: string;
  readonly laboratory_created_at: Date;
};

const SELECT = `select p.*, l.name as laboratory_name, l.created_at as laboratory_created_at
  from project p join laboratory l on l.id = p.laboratory`;

function projectOf(row: ProjectRow): Project {
  return {
    id: row.id,
    laboratory: {
      id: row.laboratory,
      name: row.laboratory_name,
      createdAt: row.laboratory_created_at.toISOString(),
    },
    name: row.name,
    settings: row.settings,
    references: row.reference_versions,
    catalogueVersion: row.catalogue_version,
    createdAt: row.created_at.toISOString(),
  };
}
