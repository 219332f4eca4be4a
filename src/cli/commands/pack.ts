import { basename, dirname, resolve } from "node:path";
import { withIndex } from "../../engine/with-index.ts";
import type { Language } from "../../matching/phrases.ts";
import { countsOf } from "../../reference/reference.ts";
import { encodeReference } from "../../reference/reference-pack.ts";
import { writeAtomically } from "../../transcoding/write-atomically.ts";
import { EXIT } from "../exit-codes.ts";
import { openReferences } from "../open-reference.ts";
import { writeFailure } from "../write-failure.ts";

/** Writes the table, with what its archive adds to it, as a pack, whole or not at all; exit code. */
export async function pack(table: string, target: string, language: Language): Promise<number> {
  const { release, companions, facts } = await openReferences([table], language);
  const counts = countsOf({ release, companions });
  const reference = { facts: { ...facts[0]!, kind: "loinc" as const, counts }, release, companions };
  const bytes = encodeReference(withIndex(reference));
  const path = resolve(target);
  try {
    await writeAtomically(dirname(path), [{ name: basename(path), bytes }]);
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
