import { type Opened, openReleases } from "../engine/open-matcher.ts";
import type { Language } from "../matching/phrases.ts";
import { progressLine } from "./progress.ts";

/** The references in `paths`, or those installed in `data` (see `openReleases`), with a progress line on a terminal. */
export async function openReferences(paths: readonly string[], language: Language, data?: string): Promise<Opened> {
  const line = progressLine(language === "fr" ? "Lecture de la référence" : "Reading the reference");
  return openReleases(paths, { ...(data === undefined ? {} : { data }), onProgress: line.update }).finally(line.done);
}
