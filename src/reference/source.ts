/** A file or folder that a person names, and what it is by its first bytes: an archive, a workbook, JSON, text or a pack. */
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { isPack } from "../loinc/pack-sections.ts";
import { type Archive, openArchive } from "../loinc/zip.ts";
import { firstBytes } from "./first-bytes.ts";

/** A file inside a source, or the source itself. */
export type Entry = {
  /** As messages call it: `Loinc_2.81.zip/LoincTable/Loinc.csv`. */
  readonly name: string;
  /** In bytes, unpacked. */
  readonly size: number;
  readonly open: () => Promise<Readable>;
};

export type Source = {
  readonly path: string;
  /** Base name. */
  readonly name: string;
  readonly form: "entries" | "workbook" | "json" | "text" | "pack";
  /** The files of an archive or folder; else the file itself. */
  readonly entries: readonly Entry[];
  /** When it was last changed. */
  readonly modified: Date;
  readonly close: () => void;
};

/** Nothing official is near these sizes, unpacked: of a table that is streamed, and of a file that is read whole. */
export const MOST_BYTES: { readonly streamed: number; readonly whole: number } = {
  streamed: 2 * 1024 ** 3,
  whole: 512 * 1024 ** 2,
};

/** The source at `path`, to be closed. Throws `ZipError`, and what the file system throws. */
export async function openSource(path: string): Promise<Source> {
  const found = await stat(path);
  const about = { path, name: basename(path), modified: found.mtime };
  if (found.isDirectory()) return { ...about, form: "entries", entries: await folderEntries(path), close: () => {} };
  const start = await firstBytes(path, 512);
  if (start[0] === 0x50 && start[1] === 0x4b) return archiveSource(about, await openArchive(path));
  const self: Entry = { name: about.name, size: found.size, open: async () => createReadStream(path) };
  const text = Buffer.from(start).toString("latin1").replace(/^ï»¿/, "").trimStart();
  const form = isPack(start) ? "pack" : /^[{[]/.test(text) ? "json" : "text";
  return { ...about, form, entries: [self], close: () => {} };
}

function archiveSource(about: Pick<Source, "path" | "name" | "modified">, archive: Archive): Source {
  const workbook = archive.entries.some(({ name }) => name === "xl/workbook.xml");
  const entries = archive.entries.map(
    ({ name, size }): Entry => ({ name: `${about.name}/${name}`, size, open: () => archive.open(name) }),
  );
  return { ...about, form: workbook ? "workbook" : "entries", entries, close: archive.close };
}

async function folderEntries(path: string): Promise<Entry[]> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file): Promise<Entry> => {
      const name = join(basename(path), file.slice(path.length)).replaceAll("\\", "/");
      return { name, size: (await stat(file)).size, open: async () => createReadStream(file) };
    }),
  );
}
