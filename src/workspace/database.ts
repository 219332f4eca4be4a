/** The seam between our SQL and the two databases that run it: PostgreSQL in this process (PGlite), or a server. */

/** A value that both drivers take as a parameter; JSON goes as text. */
export type Parameter = string | number | boolean | null | Date | Uint8Array | readonly (string | number | null)[];

export type Queries = {
  /**
   * The rows that `sql` gives. `int8` comes as a number, times as `Date`, JSON parsed, `bytea` as bytes. Throws
   * `DatabaseError`.
   */
  readonly query: <T = Record<string, unknown>>(sql: string, parameters?: readonly Parameter[]) => Promise<T[]>;
  /** Runs several statements, without parameters. */
  readonly script: (sql: string) => Promise<void>;
};

export type Database = Queries & {
  readonly kind: "pglite" | "postgresql";
  /**
   * What `work` gives, done whole or not at all: rolled back when it throws. Inside, only the queries that are handed to
   * it may be used; on PGlite everybody else waits meanwhile, so nothing slow belongs there.
   */
  readonly transaction: <T>(work: (queries: Queries) => Promise<T>, isolation?: Isolation) => Promise<T>;
  /** Ends all connections; a folder can then be opened by another process. */
  readonly close: () => Promise<void>;
};

/** `snapshot`: everything is read as it was when the transaction began. */
export type Isolation = "read-committed" | "snapshot";

/** `BEGIN` for an isolation. */
export function beginning(isolation: Isolation = "read-committed"): string {
  return isolation === "snapshot" ? "begin isolation level repeatable read" : "begin";
}

/** What the database refused: its message and SQLSTATE, without the parameters, which may hold what no log should. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  constructor(
    message: string,
    /** SQLSTATE, such as `23505`; empty when the database gave none. */
    readonly code: string,
    readonly constraint: string = "",
  ) {
    super(message);
  }
}

/** Any driver's error as ours. */
export function databaseError(error: unknown): DatabaseError {
  const { message, code, constraint } = error as { message?: string; code?: unknown; constraint?: unknown };
  return new DatabaseError(
    message ?? String(error),
    typeof code === "string" ? code : "",
    typeof constraint === "string" ? constraint : "",
  );
}
