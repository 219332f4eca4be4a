/**
 * The whole workspace in one file that any database restores: gzipped JSON lines — a header, each row of each table as
 * PostgreSQL writes it in JSON, and a last line with counts and the hash of all lines before it.
 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Database, Queries } from "./database.ts";
import { schemaVersion } from "./migrate.ts";

export const FORMAT = "transloinc-backup";
export const FORMAT_VERSION = 1;

/**
 * Tables in an order in which rows only point to rows before them, with their order and how many rows are read at once.
 * Sessions, jobs and uploads that wait are of the moment and stay out.
 */
export const TABLES: readonly { readonly name: string; readonly key: string; readonly atOnce: number }[] = [
  { name: "account", key: "id", atOnce: 500 },
  { name: "laboratory", key: "id", atOnce: 500 },
  { name: "project", key: "id", atOnce: 500 },
  // Some may be as large as an upload may be.
  { name: "source_file", key: "project, catalogue_version, position", atOnce: 1 },
  { name: "item", key: "id", atOnce: 500 },
  { name: "event", key: "id", atOnce: 500 },
  { name: "proof", key: "id", atOnce: 1 },
];

export type Header = {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** Number of the newest migration of the database that was saved. */
  readonly schema: number;
  readonly at: string;
};

export type Footer = { readonly end: true; readonly rows: Readonly<Record<string, number>>; readonly sha256: string };

/**
 * Writes everything, as it is at one moment, to the file `path`: rows by table. Whole or not at all; on PGlite nobody
 * can write meanwhile.
 */
export async function backup(db: Database, path: string): Promise<Readonly<Record<string, number>>> {
  const temporary = `${path}.${process.pid}.tmp`;
  const rows: Record<string, number> = {};
  try {
    await db.transaction(
      (queries) =>
        pipeline(Readable.from(linesOf(queries, rows)), createGzip(), createWriteStream(temporary, { flush: true })),
      "snapshot",
    );
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return rows;
}

async function* linesOf(queries: Queries, rows: Record<string, number>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const hashed = (line: string): string => {
    hash.update(line);
    return line;
  };
  const header: Header = {
    format: FORMAT,
    version: FORMAT_VERSION,
    schema: await schemaVersion(queries),
    at: new Date().toISOString(),
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const { name, key, atOnce } of TABLES) {
    rows[name] = 0;
    await queries.script(
      `declare saved cursor for select row_to_json(t)::text as row from (select ${await columnsOf(queries, name)} from ${name}) as t order by ${key}`,
    );
    for (;;) {
      const page = await queries.query<{ row: string }>(`fetch ${atOnce} from saved`);
      if (page.length === 0) break;
      rows[name] += page.length;
      yield hashed(page.map(({ row }) => `["${name}",${row}]\n`).join(""));
    }
    await queries.script("close saved");
  }
  const footer: Footer = { end: true, rows, sha256: hash.digest("hex") };
  yield `${JSON.stringify(footer)}\n`;
}

/** Columns of a table that hold data of their own; those that PostgreSQL computes are left out. */
export async function columnsOf(queries: Queries, table: string): Promise<string> {
  const columns = await queries.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return columns.map(({ name }) => name).join(", ");
}
