/** Projects: a laboratory's catalogue and the references it is transcoded with. */
import type { Database, Queries } from "./database.ts";
import { appendEvents, stampOf } from "./events.ts";
import { askedId } from "./ids.ts";
import { may } from "./may.ts";
import { refuse } from "./refusal.ts";
import type { Actor, Project, ProjectSettings, ReferenceVersion, Refusal, State } from "./types.ts";
import { STATES } from "./types.ts";

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
