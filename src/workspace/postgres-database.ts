/** A PostgreSQL server behind the seam. */
import pg from "pg";
import { beginning, type Database, databaseError, type Parameter, type Queries } from "./database.ts";

const MOST_CONNECTIONS = 10;
const INT8 = 20;

/** The database at `url` (`postgres://…`). Connects when first asked. */
export function openPostgres(url: string): Database {
  const types = {
    // Counts and identities fit a number; the driver's own choice is text.
    getTypeParser: (oid: number, format?: "text" | "binary") =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? "text"),
  } as pg.CustomTypesConfig;
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS, application_name: "transloinc", types });
  // An idle connection that breaks is replaced when the next one is asked for.
  pool.on("error", () => undefined);
  let closing: Promise<void> | undefined;
  return {
    kind: "postgresql",
    ...queriesOf(pool),
    async transaction(work, isolation) {
      const client = await pool.connect().catch(rethrow);
      // Without a listener a connection that breaks would end the program; the next query reports it.
      const ignore = (): void => undefined;
      client.on("error", ignore);
      const queries = queriesOf(client);
      let broken: Error | undefined;
      try {
        await queries.script(beginning(isolation));
        const result = await work(queries);
        await queries.script("commit");
        return result;
      } catch (error) {
        await queries.script("rollback").catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.removeListener("error", ignore);
        client.release(broken);
      }
    },
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}

function queriesOf(client: pg.Pool | pg.PoolClient): Queries {
  return {
    query: async <T>(sql: string, parameters: readonly Parameter[] = []) =>
      (await client.query(sql, [...parameters]).catch(rethrow)).rows as T[],
    script: async (sql) => void (await client.query(sql).catch(rethrow)),
  };
}

function rethrow(error: unknown): never {
  throw databaseError(error);
}
