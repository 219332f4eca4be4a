/** Reads the transcoding tables that `--memory` names: decisions taken earlier, by this laboratory or another. */
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Problem } from "../catalogue/types.ts";
import type { Matcher } from "../matching/matcher.ts";
import { buildMemory, type MemoryEntry } from "../matching/memory.ts";
import { memoryEntries } from "../matching/memory-entries.ts";
import type { Language } from "../matching/phrases.ts";
import { loadDecided } from "../transcoding/load-decided.ts";

export type OpenedMemory = {
  readonly entries: readonly MemoryEntry[];
  /** Remarks on the tables; an error means that a path holds no decision at all. */
  readonly problems: readonly Problem[];
  /** Paths without a single decision. */
  readonly empty: readonly string[];
};

/** The decisions in `paths`, each a folder with LOINC_4, LOINC_5 and LOINC_6 or one such file. Nothing throws on what is in them. */
export async function openMemory(paths: readonly string[]): Promise<OpenedMemory> {
  const entries: MemoryEntry[] = [];
  const problems: Problem[] = [];
  const empty: string[] = [];
  for (const path of paths) {
    const table = await loadDecided([path]);
    // Every laboratory's files bear the same names: the folder tells them apart.
    const folder = (await isFolder(path)) ? `${basename(resolve(path))}/` : "";
    const files = new Set(table.rows.map((row) => row.file));
    const found = [...files].flatMap((file) =>
      memoryEntries(
        table.catalogue,
        table.rows.filter((row) => row.file === file),
        folder + file,
      ),
    );
    entries.push(...found);
    problems.push(...table.problems);
    if (found.length === 0) empty.push(path);
  }
  return { entries, problems, empty };
}

/** `matcher` with the memory of `entries`; as it was when there are none. */
export function matcherWith(matcher: Matcher, entries: readonly MemoryEntry[]): Matcher {
  return entries.length === 0 ? matcher : { ...matcher, memory: buildMemory(matcher.engine, entries) };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Said of paths that hold no decision. */
export function emptyMemory(empty: readonly string[], language: Language): string {
  const paths = empty.join(", ");
  return language === "fr"
    ? `--memory : aucun code LOINC lu dans ${paths}. Donnez un dossier ou des fichiers LOINC_4, LOINC_5 ou LOINC_6 déjà transcodés. Rien n'a été écrit.`
    : `--memory: no LOINC code was read in ${paths}. Give a folder or files LOINC_4, LOINC_5 or LOINC_6 already transcoded. Nothing was written.`;
}
