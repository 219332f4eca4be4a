/** The files that go back to the SGL. */
import { createHash } from "node:crypto";
import { sglCells } from "../transcoding/sgl-cells.ts";
import { type SglFile, type SglOptions, sglFile } from "../transcoding/sgl-files.ts";
import type { Database } from "./database.ts";
import { appendEvents, stampOf } from "./events.ts";
import { may } from "./may.ts";
import { refuse } from "./refusal.ts";
import { catalogueOf } from "./source-files.ts";
import { type Counting, tableRows, transcodingTable } from "./table.ts";
import type { Actor, Refusal } from "./types.ts";

export type ExportOptions = SglOptions & {
  /** Which decisions are written; `settled` unless said otherwise. */
  readonly counting?: Counting;
  /** Stands in the place of a code that an item does not have; empty unless said otherwise. */
  readonly noLoinc?: string;
};

/**
 * LOINC_4, LOINC_5 and LOINC_6 of the project's latest catalogue: the laboratory's own bytes with the codes that people
 * decided. The export stands in the history, with the hash of each file.
 */
export async function exportSgl(
  db: Database,
  actor: Actor,
  project: string,
  options: ExportOptions,
): Promise<readonly SglFile[] | Refusal> {
  if (!may(actor, "export")) return refuse("not-allowed", "Vos droits ne vous permettent pas d'exporter la table.");
  const { counting = "settled", noLoinc } = options;
  return db.transaction(async (queries) => {
    const read = await catalogueOf(queries, project);
    if (read === undefined) return refuse("not-found", "Ce projet n'existe pas.");
    const table = transcodingTable(await tableRows(queries, project, counting));
    const cells = sglCells((level, code, parent) => table.get(level, code, parent), noLoinc);
    const files = read.files.map((file) => sglFile(file, cells, options));
    const written = files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }));
    await appendEvents(queries, stampOf(actor), [{ kind: "exported", project, after: { counting, files: written } }]);
    return files;
  }, "snapshot");
}

/** Hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
