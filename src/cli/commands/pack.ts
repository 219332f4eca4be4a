import { rename, writeFile } from "node:fs/promises";
import { encodePack } from "../../loinc/pack.ts";
import type { Language } from "../../matching/phrases.ts";
import { EXIT } from "../exit-codes.ts";
import { openReleases } from "../open-matcher.ts";

/** Writes the table as a pack, whole or not at all; exit code. */
export async function pack(table: string, target: string, language: Language): Promise<number> {
  const { release } = await openReleases([table], language);
  const temporary = `${target}.${process.pid}.tmp`;
  await writeFile(temporary, encodePack(release));
  await rename(temporary, target);
  const count = release.size.toLocaleString(language);
  console.log(language === "fr" ? `${target} : ${count} termes.` : `${target}: ${count} terms.`);
  return EXIT.ok;
}
