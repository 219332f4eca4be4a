import { type Opened, openReleases } from "../engine/open-matcher.ts";
import type { Language } from "../matching/phrases.ts";
import { progressLine } from "./progress.ts";

/** Terms of a whole LOINC table, nearly enough for a progress line. */
const WHOLE_TABLE = 110_000;

/** The reference made of `paths` (see `openReleases`), with a progress line on a terminal. */
export async function openReferences(paths: readonly string[], language: Language): Promise<Opened> {
  const line = progressLine(language === "fr" ? "Lecture de la référence" : "Reading the reference");
  const opened = await openReleases(paths, (terms) => line.update(terms, Math.max(terms, WHOLE_TABLE)));
  if (paths.length > 0) line.done();
  return opened;
}
