import { isLoincCode } from "../../loinc/code.ts";
import { findTerm } from "../../loinc/release.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import type { Language } from "../../matching/phrases.ts";
import { EXIT } from "../exit-codes.ts";
import { openReferences } from "../open-reference.ts";
import { termSheet } from "../term-text.ts";

export type ShowOptions = { readonly reference: readonly string[]; readonly lang: Language; readonly json: boolean };

/** Prints one term whole; exit code. */
export async function show(code: string, options: ShowOptions): Promise<number> {
  const french = options.lang === "fr";
  if (!isLoincCode(code)) {
    console.error(
      french
        ? `${code} n'est pas un code LOINC (forme 12345-6, clé de contrôle comprise).`
        : `${code} is not a LOINC code (12345-6, check digit included).`,
    );
    return EXIT.usage;
  }
  const { release } = await openReferences(options.reference, options.lang);
  const term = findTerm(release, code);
  if (term === undefined) {
    console.error(
      french ? `${code} n'est pas dans ${release.info.title}.` : `${code} is not in ${release.info.title}.`,
    );
    return EXIT.warnings;
  }
  console.log(options.json ? JSON.stringify(term) : termSheet(term, options.lang));
  if (!options.json) console.error(LOINC_NOTICE);
  return EXIT.ok;
}
