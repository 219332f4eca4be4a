/** Brings a database to the state that this program knows. Forward only. */
import type { Database, Queries } from "./database.ts";
import { MIGRATIONS } from "./migrations/migrations.ts";
import { WorkspaceError } from "./workspace-error.ts";

/** Any number that no other program locks: two processes that start at once migrate one after the other. */
const LOCK = 7_251_846_013;

/**
 * Runs the migrations that `database` lacks, all or none; how many ran. Throws `WorkspaceError` when a newer program has
 * migrated it already.
 */
export function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): Promise<number> {
  return database.transaction(async (queries) => {
    await queries.query("select pg_advisory_xact_lock($1)", [LOCK]);
    return migrateIn(queries, migrations);
  });
}

/** `migrate` within a transaction, in the schema that is the current one. */
export async function migrateIn(queries: Queries, migrations: readonly string[]): Promise<number> {
  await queries.script(
    "create table if not exists schema_migration (number int primary key, at timestamptz not null default now())",
  );
  const there = await schemaVersion(queries);
  if (there > migrations.length) throw newer(there, migrations.length);
  for (let number = there + 1; number <= migrations.length; number++) {
    await queries.script(migrations[number - 1]!);
    await queries.query("insert into schema_migration (number) values ($1)", [number]);
  }
  return migrations.length - there;
}

/** Number of the newest migration that ran. */
export async function schemaVersion(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ number: number }>(
    "select coalesce(max(number), 0) as number from schema_migration",
  );
  return row!.number;
}

function newer(there: number, known: number): WorkspaceError {
  return new WorkspaceError(
    "newer",
    `La base de données est au format ${there}, plus récent que celui que connaît ce programme (${known}) : mettez Transloinc à jour, ou ouvrez une sauvegarde plus ancienne. Rien n'a été modifié.`,
  );
}
