/** What `--memory` names, for the commands that take it. */
import type { Problem } from "../catalogue/types.ts";
import type { Matcher } from "../matching/matcher.ts";
import { buildMemory, type MemoryEntry } from "../matching/memory.ts";
import type { Language } from "../matching/phrases.ts";
import { loadMemory } from "../transcoding/load-memory.ts";
import { printProblems } from "./problems-text.ts";

export type OpenedMemory = { readonly entries: readonly MemoryEntry[]; readonly problems: readonly Problem[] };

/** The decisions in `paths`; `undefined` when one of them holds none, which is said: a mistyped path must not pass for a memory. */
export async function openMemory(paths: readonly string[], language: Language): Promise<OpenedMemory | undefined> {
  const { entries, problems, empty } = await loadMemory(paths);
  if (empty.length === 0) return { entries, problems };
  printProblems(problems, language);
  console.error(
    language === "fr"
      ? `--memory : aucun code LOINC lu dans ${empty.join(", ")}. Donnez le dossier, ou les fichiers, de tables LOINC_4, LOINC_5, LOINC_6 déjà transcodées.`
      : `--memory: no LOINC code was read in ${empty.join(", ")}. Give the folder, or the files, of transcoded tables LOINC_4, LOINC_5, LOINC_6.`,
  );
  return undefined;
}

/** `matcher` with the memory of `entries`; as it was when there are none. */
export function matcherWith(matcher: Matcher, entries: readonly MemoryEntry[]): Matcher {
  return entries.length === 0 ? matcher : { ...matcher, memory: buildMemory(matcher.engine, entries) };
}
