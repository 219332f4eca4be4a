import { isLoincCode } from "../../loinc/code.ts";
import { findTerm } from "../../loinc/release.ts";
import { LOINC_NOTICE, type Term } from "../../loinc/term.ts";
import type { Language } from "../../matching/phrases.ts";
import type { Companions } from "../../reference/companions.ts";
import { frenchName } from "../../reference/french-names.ts";
import { EXIT } from "../exit-codes.ts";
import { openReferences } from "../open-reference.ts";
import { termSheet } from "../term-text.ts";

export type ShowOptions = {
  readonly reference: readonly string[];
  readonly data?: string;
  readonly lang: Language;
  readonly json: boolean;
};

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
  const { release, companions } = await openReferences(options.reference, options.lang, options.data);
  const term = findTerm(release, code);
  if (term === undefined) {
    console.error(
      french ? `${code} n'est pas dans ${release.info.title}.` : `${code} is not in ${release.info.title}.`,
    );
    return EXIT.warnings;
  }
  console.log(options.json ? JSON.stringify(termJson(term, companions)) : termSheet(term, options.lang, companions));
  if (!options.json) console.error(LOINC_NOTICE);
  return EXIT.ok;
}

/** The term, and what official files beside the table say of it; what they do not say is left out. */
function termJson(term: Term, { french, circuit, panels, replacements, notices }: Companions): object {
  return {
    ...term,
    officialFrench: frenchName(french, term.code),
    inCircuit: circuit?.all.has(term.code),
    members: panels.get(term.code),
    replacedBy: replacements.get(term.code),
    thirdPartyNotice: notices.get(term.code),
  };
}
