/** What the official names of a reference add to the lexicon: made once, then kept beside the installed references. */
import { fileURLToPath } from "node:url";
import { decodeForms, encodeForms } from "../lexicon/frozen-forms.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { LEXICON_SOURCES } from "../lexicon/load-lexicon.ts";
import { type OfficialForms, officialForms } from "../lexicon/official-names.ts";
import { fingerprint } from "../loinc/compiled.ts";
import type { Release } from "../loinc/release.ts";
import { STARTER_SOURCES } from "../loinc/starter.ts";
import type { Companions } from "../reference/companions.ts";
import { componentNames, componentsOfActs } from "../reference/component-names.ts";
import { readDerived, writeDerived } from "../reference/derived.ts";

/** What the forms depend on beside the references: the lexicon, the starter's terms, and the code that reads names. */
const SOURCES = [...LEXICON_SOURCES, ...STARTER_SOURCES, fileURLToPath(new URL("../reference/", import.meta.url))];

/** What `companions` add to `lexicon`, the one that ships, over `release`: as it was kept, else made and, where that is possible, kept. */
export function formsOf(lexicon: Lexicon, release: Release, companions: Companions): OfficialForms {
  const { derived } = companions;
  const ending = derived === undefined ? "" : `-${fingerprint(SOURCES)}.forms`;
  const bytes = derived && readDerived(derived, ending);
  const kept = bytes && decodeForms(bytes);
  if (kept) return kept;
  const made = officialForms(lexicon, {
    names: componentNames(release, companions),
    acts: componentsOfActs(release, companions.nabm),
  });
  if (derived && made.forms.size + made.acts.size > 0) writeDerived(derived, ending, encodeForms(made));
  return made;
}
