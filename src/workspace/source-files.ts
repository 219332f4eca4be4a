/** The laboratory's files, kept byte for byte. */
import type { Queries } from "./database.ts";
import { askedId } from "./ids.ts";
import type { StoredFile } from "./types.ts";

type FileRow = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly corrections: Omit<StoredFile, "name" | "bytes">;
};

/** Where files are kept: those of a project's imports, or those that wait to be imported. */
type Shelf = {
  readonly table: "source_file" | "staged_file";
  readonly owner: { readonly [column: string]: string | number };
};

/** The shelf of a project's import number `version`. */
export function importedFiles(project: string, version: number): Shelf {
  return { table: "source_file", owner: { project: askedId(project), catalogue_version: version } };
}

/** The shelf of what was uploaded and not imported yet. */
export function waitingFiles(staged: string): Shelf {
  return { table: "staged_file", owner: { import: askedId(staged) } };
}

/** Puts `files` on a shelf, in order. */
export async function keepFiles(
  queries: Queries,
  { table, owner }: Shelf,
  files: readonly StoredFile[],
): Promise<void> {
  const columns = Object.keys(owner);
  for (const [position, { name, bytes, ...corrections }] of files.entries()) {
    await queries.query(
      `insert into ${table} (position, name, bytes, corrections, ${columns.join(", ")})
       values ($1, $2, decode($3, 'base64'), $4, ${columns.map((_, i) => `$${i + 5}`).join(", ")})`,
      // as text: PGlite takes bytes one by one
      [position, name, Buffer.from(bytes).toString("base64"), JSON.stringify(corrections), ...Object.values(owner)],
    );
  }
}

/** The files of a shelf, in the order in which they were put there. */
export async function filesOf(queries: Queries, { table, owner }: Shelf): Promise<StoredFile[]> {
  const where = Object.keys(owner).map((column, i) => `${column} = $${i + 1}`);
  const rows = await queries.query<FileRow>(
    `select name, bytes, corrections from ${table} where ${where.join(" and ")} order by position`,
    Object.values(owner),
  );
  return rows.map(({ name, bytes, corrections }) => ({ ...corrections, name, bytes }));
}

/** The files of a project's latest import; `undefined` for a project that is not there. */
export async function latestFiles(queries: Queries, project: string): Promise<StoredFile[] | undefined> {
  const [found] = await queries.query<{ version: number }>(
    "select catalogue_version as version from project where id = $1",
    [askedId(project)],
  );
  return found && filesOf(queries, importedFiles(project, found.version));
}
