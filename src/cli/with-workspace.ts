import type { Database } from "../workspace/database.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import { WorkspaceError } from "../workspace/workspace-error.ts";
import { EXIT } from "./exit-codes.ts";

export type DataOptions = {
  /** Folder of the embedded database. */
  readonly data: string;
  /** A PostgreSQL server in its place. */
  readonly databaseUrl: string | undefined;
};

/** The exit code of `work` on the workspace, which is closed afterwards; says why when it cannot be opened or used. */
export async function withWorkspace(
  { data, databaseUrl }: DataOptions,
  work: (database: Database) => Promise<number>,
): Promise<number> {
  let database: Database | undefined;
  try {
    database = await openWorkspace({
      dataDir: data,
      holder: "une commande de Transloinc",
      ...(databaseUrl ? { databaseUrl } : {}),
    });
    return await work(database);
  } catch (error) {
    if (!(error instanceof WorkspaceError)) throw error;
    console.error(error.message);
    return EXIT.input;
  } finally {
    await database?.close();
  }
}
