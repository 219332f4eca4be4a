/** Brings a backup back into an empty database, of either kind. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { FORMAT, FORMAT_VERSION, type Footer, type Header, TABLES } from "./backup.ts";
import { type Database, DatabaseError, type Queries } from "./database.ts";
import { logEvent } from "./events.ts";
import { countAgain } from "./item-rows.ts";
import { MIGRATIONS } from "./migrations/migrations.ts";
import { throughMigrations } from "./restore-older.ts";
import type { Person } from "./types.ts";
import { WorkspaceError } from "./workspace-error.ts";
import { arrayLiteral } from "./write-many.ts";

/** Rows of one statement, and characters after which it is not made longer. */
const CHUNK_ROWS = 500;
const CHUNK_LENGTH = 4_000_000;

/**
 * Restores the backup `path` into `db`, which must be empty: rows by table. One of an older program goes through the
 * migrations that it lacks. All or nothing: a file that was cut short or changed leaves the database empty. Throws
 * `WorkspaceError` when it cannot be.
 */
export async function restore(
  db: Database,
  path: string,
  actor: Person,
  migrations: readonly string[] = MIGRATIONS,
): Promise<Readonly<Record<string, number>>> {
  const name = basename(path);
  const { schema } = await readHeader(path, name, migrations.length);
  return db.transaction(async (queries) => {
    await refuseFull(queries);
    const rows =
      schema === migrations.length
        ? await load(queries, path, name)
        : await throughMigrations(queries, migrations, schema, () => load(queries, path, name));
    for (const table of ["item", "event"]) {
      await queries.query(
        `select setval(pg_get_serial_sequence('${table}', 'id'), coalesce(max(id), 0) + 1, false) from ${table}`,
      );
    }
    await countAgain(queries, rows.event ?? 0);
    await logEvent(queries, actor, { kind: "restored", after: { file: name, rows } });
    return rows;
  });
}

async function refuseFull(queries: Queries): Promise<void> {
  for (const { name } of TABLES) {
    const found = await queries.query(`select 1 as one from ${name} limit 1`);
    if (found.length > 0) {
      throw new WorkspaceError(
        "not-empty",
        "La base de données contient déjà des données : une sauvegarde se restaure dans un dossier neuf (--data) ou une base vide. Rien n'a été modifié.",
      );
    }
  }
}

async function load(queries: Queries, path: string, file: string): Promise<Readonly<Record<string, number>>> {
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  let header: Header | undefined;
  let footer: Footer | undefined;
  let chunk = emptyChunk("");
  const flush = async (next: string): Promise<void> => {
    await insertChunk(queries, chunk, file);
    chunk = emptyChunk(next);
  };
  for await (const line of linesOf(path, file)) {
    if (footer !== undefined) throw bad(file, "des lignes suivent la dernière");
    const value = parse(line, file);
    if (header === undefined) header = value as Header;
    else if (Array.isArray(value)) {
      const [table] = value as [string, unknown];
      if (!TABLES.some(({ name }) => name === table)) throw bad(file, `table inconnue : ${String(table)}`);
      if (table !== chunk.table || chunk.rows.length >= CHUNK_ROWS || chunk.length > CHUNK_LENGTH) await flush(table);
      // The row's own text: reading and writing it again would change how JSON in it is spelled.
      const row = line.slice(`["${table}",`.length, -1);
      chunk.rows.push(row);
      chunk.length += row.length;
      chunk.columns = Object.keys((value as [string, object])[1]);
      rows[table] = (rows[table] ?? 0) + 1;
    } else {
      footer = value as Footer;
      continue;
    }
    hash.update(`${line}\n`);
  }
  await flush("");
  if (footer?.end !== true) throw bad(file, "elle est coupée avant la fin");
  if (footer.sha256 !== hash.digest("hex")) throw bad(file, "son contenu a été modifié (empreinte différente)");
  return footer.rows;
}

type Chunk = { readonly table: string; readonly rows: string[]; length: number; columns: readonly string[] };

function emptyChunk(table: string): Chunk {
  return { table, rows: [], length: 0, columns: [] };
}

async function insertChunk(queries: Queries, { table, rows, columns }: Chunk, file: string): Promise<void> {
  if (rows.length === 0) return;
  const known = await queries.query<{ column: string }>(
    `select column_name as column from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const names = known.map(({ column }) => column).filter((column) => columns.includes(column));
  const list = names.map((column) => `"${column}"`).join(", ");
  try {
    await queries.query(
      `insert into ${table} (${list}) select ${names.map((column) => `given."${column}"`).join(", ")}
       from unnest($1::text[]) with ordinality as lines (line, ordinal),
         json_populate_record(null::${table}, line::json) as given order by ordinal`,
      [arrayLiteral(rows)],
    );
  } catch (error) {
    if (error instanceof DatabaseError)
      throw bad(file, `la base de données refuse des lignes de ${table} (${error.code})`);
    throw error;
  }
}

/** The lines of a gzipped file, without line feeds. They are split by hand: other readers also split at U+2028. */
async function* linesOf(path: string, file: string): AsyncGenerator<string> {
  const input = createReadStream(path);
  const unzipped = createGunzip();
  input.on("error", (error) => unzipped.destroy(error));
  let parts: Buffer[] = [];
  try {
    for await (const data of input.pipe(unzipped)) {
      let bytes = data as Buffer;
      for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a)) {
        yield Buffer.concat([...parts, bytes.subarray(0, end)]).toString("utf8");
        parts = [];
        bytes = bytes.subarray(end + 1);
      }
      if (bytes.length > 0) parts.push(bytes);
    }
  } catch (error) {
    const { code = "" } = error as { readonly code?: string };
    if (code === "ENOENT") throw bad(file, "le fichier n'existe pas");
    if (code.startsWith("Z_")) throw bad(file, "elle est coupée, ou n'est pas une sauvegarde de Transloinc");
    throw error;
  } finally {
    input.destroy();
  }
  if (parts.length > 0) throw bad(file, "elle est coupée avant la fin");
}

function parse(line: string, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw bad(file, "ce n'est pas une sauvegarde de Transloinc");
  }
}

/** The first line of a backup that this program can restore, with `known` migrations. */
async function readHeader(path: string, file: string, known: number): Promise<Header> {
  for await (const line of linesOf(path, file)) {
    return headerOf(parse(line, file), file, known);
  }
  throw bad(file, "elle est vide");
}

function headerOf(value: unknown, file: string, known: number): Header {
  const header = value as Partial<Header> | null;
  if (header?.format !== FORMAT || !Number.isInteger(header.schema) || header.schema! < 1)
    throw bad(file, "ce n'est pas une sauvegarde de Transloinc");
  if (header.version! > FORMAT_VERSION || header.schema! > known) {
    throw new WorkspaceError(
      "newer",
      `La sauvegarde ${file} vient d'une version plus récente de Transloinc : mettez le programme à jour. Rien n'a été modifié.`,
    );
  }
  return header as Header;
}

function bad(file: string, why: string): WorkspaceError {
  return new WorkspaceError(
    "bad-backup",
    `La sauvegarde ${file} ne peut pas être restaurée : ${why}. Rien n'a été modifié.`,
  );
}
