/** The files that go back to the SGL. */
import { createHash } from "node:crypto";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { FileKind } from "../catalogue/types.ts";
import { sglCells } from "../transcoding/sgl-cells.ts";
import { type SglFile, type SglOptions, sglFile } from "../transcoding/sgl-files.ts";
import type { Database } from "./database.ts";
import { logEvent } from "./events.ts";
import { may } from "./may.ts";
import { refuse } from "./refusal.ts";
import { latestFiles } from "./source-files.ts";
import { type Counting, type TableRow, tableRows, transcodingTable } from "./table.ts";
import type { Actor, Refusal, StoredFile } from "./types.ts";

export type ExportOptions = SglOptions & {
  /** The one file that is asked for; all of them unless said otherwise. */
  readonly kind?: FileKind;
  /** Which decisions are written; `settled` unless said otherwise. */
  readonly counting?: Counting;
  /** Stands in the place of a code that an item does not have; empty unless said otherwise. */
  readonly noLoinc?: string;
};

/** What the files that go back are made of. */
export type SglParts = {
  readonly files: readonly StoredFile[];
  readonly rows: readonly TableRow[];
  readonly options: ExportOptions;
};

/** The files that go back to the SGL: the laboratory's own bytes with the codes of `rows`. */
export function writeSgl({ files, rows, options }: SglParts): readonly SglFile[] {
  const table = transcodingTable(rows);
  const cells = sglCells((level, code, parent) => table.get(level, code, parent), options.noLoinc);
  const wanted = readCatalogue(files).files.filter(({ kind }) => options.kind === undefined || kind === options.kind);
  return wanted.map((file) => sglFile(file, cells, options));
}

/**
 * LOINC_4, LOINC_5 and LOINC_6 of the project's latest catalogue, with the codes that people decided. What was exported
 * stands in the history, with the hash of each file. `write` makes the files: here, or in a thread.
 */
export async function exportSgl(
  db: Database,
  actor: Actor,
  project: string,
  options: ExportOptions,
  write: (parts: SglParts) => readonly SglFile[] | Promise<readonly SglFile[]> = writeSgl,
): Promise<readonly SglFile[] | Refusal> {
  if (!may(actor, "export")) return refuse("not-allowed", "Vos droits ne vous permettent pas d'exporter la table.");
  const { counting = "settled" } = options;
  const parts = await db.transaction(async (queries) => {
    const files = await latestFiles(queries, project);
    return files && { files, rows: await tableRows(queries, project, counting), options };
  }, "snapshot");
  if (parts === undefined) return refuse("not-found", "Ce projet n'existe pas.");
  const files = await write(parts);
  const written = files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }));
  if (written.length > 0) await logEvent(db, actor, { kind: "exported", project, after: { counting, files: written } });
  return files;
}

/** Hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
