/**
 * Rows of an older program: what a migration does to data, it must do to them too. So they are loaded into tables as they
 * were, in a schema beside ours; the later migrations run there; then everything moves.
 */
import { columnsOf, TABLES } from "./backup.ts";
import { DatabaseError, type Queries } from "./database.ts";
import { migrateIn } from "./migrate.ts";
import { WorkspaceError } from "./workspace-error.ts";

const BESIDE = "transloinc_restoring";

/** What `load` gives, which fills the current schema with rows as they were after the migration of number `schema`. */
export async function throughMigrations<T>(
  queries: Queries,
  migrations: readonly string[],
  schema: number,
  load: () => Promise<T>,
): Promise<T> {
  const [row] = await queries.query<{ ours: string }>("select quote_ident(current_schema()) as ours");
  const { ours } = row!;
  await queries.script(`create schema ${BESIDE}; set local search_path = ${BESIDE}`).catch(mayNot);
  await migrateIn(queries, migrations.slice(0, schema));
  const loaded = await load();
  await migrateIn(queries, migrations);
  for (const { name, key } of TABLES) {
    const columns = await columnsOf(queries, name);
    await queries.script(
      `insert into ${ours}.${name} (${columns}) select ${columns} from ${BESIDE}.${name} order by ${key}`,
    );
  }
  await queries.script(`set local search_path = ${ours}; drop schema ${BESIDE} cascade`);
  return loaded;
}

const NOT_PERMITTED = "42501";

function mayNot(error: unknown): never {
  if (!(error instanceof DatabaseError && error.code === NOT_PERMITTED)) throw error;
  throw new WorkspaceError(
    "bad-backup",
    "Cette sauvegarde vient d'une version plus ancienne : pour la convertir, l'utilisateur de DATABASE_URL doit pouvoir créer un schéma (GRANT CREATE ON DATABASE). Donnez-lui ce droit, ou restaurez-la d'abord dans un dossier (--data). Rien n'a été modifié.",
  );
}
