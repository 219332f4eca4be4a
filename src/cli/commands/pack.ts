import { basename, dirname, resolve } from "node:path";
import { encodePack } from "../../loinc/pack.ts";
import type { Language } from "../../matching/phrases.ts";
import { writeAtomically } from "../../transcoding/write-atomically.ts";
import { EXIT } from "../exit-codes.ts";
import { openReferences } from "../open-reference.ts";
import { writeFailure } from "../write-failure.ts";

/** Writes the table as a pack, whole or not at all; exit code. */
export async function pack(table: string, target: string, language: Language): Promise<number> {
  const { release } = await openReferences([table], language);
  const path = resolve(target);
  try {
    await writeAtomically(dirname(path), [{ name: basename(path), bytes: encodePack(release) }]);
  } catch (error) {
    const failure = writeFailure(error, target, language);
    if (failure === undefined) throw error;
    console.error(failure);
    return EXIT.output;
  }
  const count = release.size.toLocaleString(language);
  console.log(language === "fr" ? `${target} : ${count} termes.` : `${target}: ${count} terms.`);
  return EXIT.ok;
}
