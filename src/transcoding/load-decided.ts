/** Reads the files of a transcoding table from disk. */
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { kindOfName } from "../catalogue/file-kind.ts";
import type { Limits } from "../catalogue/limits.ts";
import { loadInputs } from "../catalogue/load-catalogue.ts";
import { errorAt } from "../catalogue/problems.ts";
import type { Problem } from "../catalogue/types.ts";
import { type DecidedTable, readDecided } from "./read-decided.ts";

/**
 * The table in `paths`: files, or folders that hold LOINC_4, LOINC_5 and LOINC_6 among other things. A file named by
 * its path is always read. Paths that cannot be read are problems, not exceptions.
 */
export async function loadDecided(paths: readonly string[], limits: Limits = {}): Promise<DecidedTable> {
  const { files, problems } = await loadInputs(paths, tablesIn, limits);
  const read = readDecided(files, limits);
  return { ...read, problems: [...problems, ...read.problems] };
}

async function tablesIn(path: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && /^[^.~].*\.(csv|txt)$/i.test(entry.name));
  const tables = names.filter((entry) => kindOfName(entry.name) === "returned").map((entry) => entry.name);
  if (tables.length === 0) {
    const message = `Le dossier ${basename(path)} ne contient pas de table de transcodage (LOINC_4…, LOINC_5…, LOINC_6…) : donnez le bon dossier, ou les fichiers un à un.`;
    problems.push(errorAt({ file: "" }, "no-table-in-folder", message));
  }
  return tables.sort().map((name) => join(path, name));
}
