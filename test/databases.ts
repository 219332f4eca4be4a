/** Both databases for one suite: PGlite, and a real PostgreSQL server started for the test file. */
import { afterAll, beforeAll, describe } from "vitest";
import type { Database } from "../src/workspace/database.ts";
import { openWorkspace } from "../src/workspace/open-workspace.ts";
import { type Postgres, startPostgres } from "./start-postgres.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const STARTING = 120_000;

/** Opens databases of one kind; what it opened is closed after the tests. */
export type DatabaseSource = {
  readonly kind: Database["kind"];
  /** An empty, migrated database of its own. */
  readonly open: () => Promise<Database>;
  /** A second connection to what `open` gave; on PGlite, which has one connection, the same. */
  readonly again: (database: Database) => Promise<Database>;
};

/** Runs `suite` once on PGlite and once on PostgreSQL. */
export function onBothDatabases(suite: (source: DatabaseSource) => void): void {
  describe("on PGlite", () => suite(pglite()));
  describe("on PostgreSQL", () => suite(postgresql()));
}

/** Runs `suite` once for servers over their own PGlite and once over PostgreSQL; `newUrl` gives what such a server is told. */
export function onBothDatabaseUrls(suite: (newUrl: () => Promise<{ readonly databaseUrl?: string }>) => void): void {
  describe("on PGlite", () => suite(async () => ({})));
  describe("on PostgreSQL", () => {
    const server = postgresServer();
    suite(async () => ({ databaseUrl: await server.createDatabase() }));
  });
}

function pglite(): DatabaseSource {
  const opened: Database[] = [];
  afterAll(() => closeAll(opened), STARTING);
  return {
    kind: "pglite",
    open: async () => remember(opened, await openWorkspace({})),
    again: async (database) => database,
  };
}

function postgresql(): DatabaseSource {
  const server = postgresServer();
  const opened: Database[] = [];
  const urls = new Map<Database, string>();
  afterAll(() => closeAll(opened), STARTING);
  const open = async (databaseUrl: string): Promise<Database> => {
    const database = remember(opened, await openWorkspace({ databaseUrl }));
    urls.set(database, databaseUrl);
    return database;
  };
  return {
    kind: "postgresql",
    open: async () => open(await server.createDatabase()),
    again: (database) => open(urls.get(database)!),
  };
}

/** A server for the test file, stopped after its tests; `createDatabase` gives the URL of a new, empty database. */
export function postgresServer(): { readonly createDatabase: () => Promise<string> } {
  const folder = temporaryFolder();
  let server: Postgres | undefined;
  beforeAll(async () => {
    // A time zone that is not ours: times must not depend on it.
    server = await startPostgres(folder.path, ["-c", "fsync=off", "-c", "timezone=Europe/Paris"]);
  }, STARTING);
  afterAll(() => server?.stop(), STARTING);
  return { createDatabase: () => server!.createDatabase() };
}

function remember(opened: Database[], database: Database): Database {
  opened.push(database);
  return database;
}

async function closeAll(opened: readonly Database[]): Promise<void> {
  for (const database of opened) await database.close();
}
