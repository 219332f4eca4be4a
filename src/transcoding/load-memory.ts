/** Reads transcoding tables as decisions taken earlier, by this laboratory or another. */
import { access, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { warningAt } from "../catalogue/problems.ts";
import type { Problem } from "../catalogue/types.ts";
import type { MemoryEntry } from "../matching/memory.ts";
import { memoryEntries } from "../matching/memory-entries.ts";
import { loadDecided } from "./load-decided.ts";

export type LoadedMemory = {
  readonly entries: readonly MemoryEntry[];
  readonly problems: readonly Problem[];
  /** Paths in which there is not one code. */
  readonly empty: readonly string[];
};

/**
 * The decisions in `paths`, each a folder with LOINC_4, LOINC_5 and LOINC_6 (the exams then give their specimen to the analyses), or one such
 * file. What is wrong with them are problems, not exceptions.
 */
export async function loadMemory(paths: readonly string[]): Promise<LoadedMemory> {
  const entries: MemoryEntry[] = [];
  const problems: Problem[] = [];
  const empty: string[] = [];
  for (const path of paths) {
    const { rows, catalogue, problems: told } = await loadDecided([path]);
    // Every laboratory's files bear the same names: the folder tells them apart.
    const folder = (await isFolder(path)) ? `${basename(resolve(path))}/` : "";
    const found = [...new Set(rows.map(({ file }) => file))].flatMap((file) => {
      const decided = rows.filter((row) => row.file === file);
      return memoryEntries(catalogue, decided, folder + file);
    });
    entries.push(...found);
    problems.push(...told);
    if (found.length === 0) empty.push(path);
    else if (await isRawOutput(path)) problems.push(unreviewed(folder));
  }
  return { entries, problems, empty };
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/** `map` leaves its proposals beside its tables; a laboratory that has signed hands over the tables alone. */
async function isRawOutput(folder: string): Promise<boolean> {
  return access(join(folder, "propositions.jsonl")).then(
    () => true,
    () => false,
  );
}

function unreviewed(folder: string): Problem {
  const message = `Le dossier ${folder} est la sortie de « map », telle quelle : ses codes comptent comme des décisions, relus ou non. Ne donnez en mémoire que des tables relues et signées.`;
  return warningAt({ file: "" }, "unreviewed-memory", message);
}
