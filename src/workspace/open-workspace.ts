/** Opens the place where the review is kept. */
import { join } from "node:path";
import { type Database, DatabaseError } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { migrate } from "./migrate.ts";
import { openPglite } from "./pglite-database.ts";
import { openPostgres } from "./postgres-database.ts";
import { WorkspaceError } from "./workspace-error.ts";

export type OpenOptions = {
  /** Folder of the embedded database, which is made when it is not there. Without it and without a URL, all is in memory. */
  readonly dataDir?: string;
  /** `postgres://…` of a server, version 15 or later; goes before `dataDir`. */
  readonly databaseUrl?: string;
  /** What a second process that finds the folder taken is told, such as the address of this server. */
  readonly holder?: string;
};

const OLDEST_SERVER = 15;

/**
 * The database of a workspace, migrated. One process at a time may have a folder; any number may have a server. Throws
 * `WorkspaceError` when the folder is taken, the server does not answer or is too old, or the database is of a newer
 * program.
 */
export async function openWorkspace(options: OpenOptions): Promise<Database> {
  const { dataDir, databaseUrl, holder = "Transloinc" } = options;
  if (databaseUrl !== undefined && databaseUrl !== "") return ready(await reach(openPostgres(databaseUrl)));
  if (dataDir === undefined) return ready(openPglite(undefined));
  const folder = join(dataDir, "database");
  const lock = lockFolder(folder, holder);
  try {
    const database = openPglite(folder);
    return await ready({ ...database, close: () => database.close().finally(lock.release) });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** `database` when it is migrated; closed when it cannot be. */
async function ready(database: Database): Promise<Database> {
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function reach(database: Database): Promise<Database> {
  try {
    const [row] = await database.query<{ version: number }>(
      "select current_setting('server_version_num')::int / 10000 as version",
    );
    if (row!.version < OLDEST_SERVER) throw tooOld(row!.version);
    return database;
  } catch (error) {
    await database.close();
    throw error instanceof DatabaseError ? unreachable(error) : error;
  }
}

function tooOld(version: number): WorkspaceError {
  return new WorkspaceError(
    "too-old",
    `Le serveur PostgreSQL est en version ${version} ; il faut la version ${OLDEST_SERVER} ou une plus récente.`,
  );
}

function unreachable(error: DatabaseError): WorkspaceError {
  return new WorkspaceError(
    "unreachable",
    `Le serveur PostgreSQL ne répond pas (${error.code || error.message}) : vérifiez DATABASE_URL, et que le serveur est démarré.`,
  );
}
