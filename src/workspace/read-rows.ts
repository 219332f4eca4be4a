/** What the laboratory's files hold, as rows to review. */
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { Problem } from "../catalogue/types.ts";
import { refuse } from "./refusal.ts";
import { rowsOfCatalogue } from "./rows-of-catalogue.ts";
import type { Refusal, Row, StoredFile } from "./types.ts";

export type FileRows = {
  readonly rows: readonly Row[];
  /** Remarks on the files. */
  readonly problems: readonly Problem[];
};

/** Reads files: here, or in a thread when a server must answer others meanwhile. */
export type RowReader = (files: readonly StoredFile[]) => FileRows | Promise<FileRows>;

export const readRows: RowReader = (files) => {
  const { catalogue, problems } = readCatalogue(files);
  return { rows: rowsOfCatalogue(catalogue), problems };
};

/** Files and what they hold, or why nothing can be imported. */
export async function readToImport(
  files: readonly StoredFile[],
  read: RowReader,
): Promise<(FileRows & { readonly files: readonly StoredFile[] }) | Refusal> {
  const { rows, problems } = await read(files);
  if (rows.length > 0) return { files, rows, problems };
  const message = "Aucune ligne n'a pu être lue dans ces fichiers : corrigez-les, puis recommencez.";
  return refuse("nothing-to-do", message, problems);
}
