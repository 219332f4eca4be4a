/** The seam between our SQL and the two databases that run it: PostgreSQL in this process (PGlite), or a server. */

/** A value that both drivers take as a parameter; JSON goes as text. */
export type Parameter = string | number | boolean | null | Date | Uint8Array | readonly (string | number | null)[];

export type Queries = {
  /**
   * The rows that `sql` gives. `int8` comes as a number, times as `Date`, JSON parsed, `bytea` as bytes. Throws what the
   * database says; the message holds no parameter.
   */
  readonly query: <T = Record<string, unknown>>(sql: string, parameters?: readonly Parameter[]) => Promise<T[]>;
};

export type Database = Queries & {
  readonly kind: "pglite" | "postgresql";
  /**
   * What `work` gives, done whole or not at all: rolled back when it throws. Inside, only the queries that are handed to
   * it may be used; on PGlite everybody else waits meanwhile, so nothing slow belongs there.
   */
  readonly transaction: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>;
  /** Ends all connections; a folder can then be opened by another process. */
  readonly close: () => Promise<void>;
};
