import { searchTerms } from "../../loinc/search.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import type { Language } from "../../matching/phrases.ts";
import { type FrenchNames, frenchLabel, frenchName, withOfficialName } from "../../reference/french-names.ts";
import { EXIT } from "../exit-codes.ts";
import { openReferences } from "../open-reference.ts";
import { termLine } from "../term-text.ts";

export type SearchOptions = {
  readonly reference: readonly string[];
  readonly data?: string;
  readonly lang: Language;
  readonly json: boolean;
  readonly limit: number;
};

/** Prints the terms that hold every word; exit code. */
export async function search(query: string, options: SearchOptions): Promise<number> {
  const { release, companions } = await openReferences(options.reference, options.lang, options.data);
  const terms = searchTerms(release, query, options.limit, (code) => frenchWords(companions.french, code));
  if (options.json) console.log(JSON.stringify(terms.map((term) => withOfficialName(term, companions.french))));
  else if (terms.length === 0)
    console.log(options.lang === "fr" ? `Aucun terme ne contient « ${query} ».` : `No term holds “${query}”.`);
  else {
    for (const term of terms) console.log(termLine(term, frenchLabel(companions.french, term.code)));
    console.error(LOINC_NOTICE);
  }
  return terms.length === 0 ? EXIT.warnings : EXIT.ok;
}

function frenchWords(sources: readonly FrenchNames[], code: string): string {
  const name = frenchName(sources, code);
  return name === undefined ? "" : `${name.label} ${name.component} ${name.synonyms}`;
}
