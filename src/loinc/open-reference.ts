/** Opens a reference from disk, whatever form it was given in: a pack, Loinc.csv, the official zip, or the folder it unpacks to. */
import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { releaseBuilder } from "./build-release.ts";
import { decodePack, isPack } from "./pack.ts";
import { ReferenceFault } from "./reference-fault.ts";
import type { Release } from "./release.ts";

/** Thrown when a path does not hold a LOINC table; the message, in French, says what was looked for. */
export class UnreadableReference extends Error {
  override readonly name = "UnreadableReference";
}

const IN_ZIP = /(^|\/)loinc\.csv$/i;

/**
 * The release at `path`. Throws `UnreadableReference` when there is no LOINC table there, or when it cannot be read.
 * `onProgress` is told the number of terms read so far.
 */
export async function openReference(path: string, onProgress?: (terms: number) => void): Promise<Release> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UnreadableReference(`${path} : ce fichier ou dossier n'existe pas.`);
  try {
    if (found.isDirectory()) return await fromFolder(path, onProgress);
    const start = await firstBytes(path, 16);
    if (isPack(start)) return decodePack(await readFile(path));
    if (start[0] === 0x50 && start[1] === 0x4b) {
      const { openZipEntry } = await import("./zip.ts");
      const entry = await openZipEntry(path, IN_ZIP);
      if (entry === undefined)
        throw new UnreadableReference(
          `${path} : cette archive ne contient pas Loinc.csv. Donnez l'archive officielle Loinc_2.NN.zip.`,
        );
      return await fromTable(entry.stream, entry.name, basename(path), onProgress);
    }
    return await fromTable(createReadStream(path), basename(path), basename(path), onProgress);
  } catch (error) {
    if (error instanceof ReferenceFault) throw new UnreadableReference(`${path} : ${error.message}`);
    throw error;
  }
}

async function fromFolder(path: string, onProgress?: (terms: number) => void): Promise<Release> {
  const names = await readdir(path, { recursive: true });
  const table = names.find((name) => IN_ZIP.test(name.replaceAll("\\", "/")));
  if (table === undefined)
    throw new UnreadableReference(
      `${path} : ce dossier ne contient pas Loinc.csv (l'archive officielle le range dans LoincTable/).`,
    );
  return fromTable(createReadStream(join(path, table)), table, basename(path), onProgress);
}

async function fromTable(
  stream: Readable,
  name: string,
  container: string,
  onProgress?: (terms: number) => void,
): Promise<Release> {
  // Loaded when there is a table to read: a pack opens sooner without its parser.
  const { readTable } = await import("./read-table.ts");
  const builder = releaseBuilder();
  let terms = 0;
  for await (const term of readTable(stream)) {
    builder.add(term);
    if (++terms % 5000 === 0) onProgress?.(terms);
  }
  onProgress?.(terms);
  const version = /(\d+\.\d{2,})/.exec(container)?.[1] ?? "";
  const source = container === name ? name : `${container}/${name}`;
  return builder.build({ title: version ? `LOINC ${version}` : "LOINC", version, source });
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
