/** The sections that the name of a chapter says: the whole of it, else each of the names it joins (*Virologie / Sérologie*). */

import type { Section } from "../lexicon/senses.ts";
import { joined, tokens } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";
import { keysMeant } from "./panel-spelling.ts";
import { GENERAL_SECTION, sectionOf } from "./read-row.ts";
import { remembering } from "./remembering.ts";

/** `sections` with the one that counts first; `whole` when it is all of the name, or all of one of the names that are joined. */
export type ChapterName = { readonly sections: readonly Section[]; readonly whole: "name" | "piece" | "" };

/** What joins names. */
const JOINS = /\s*(?:[/+&:;,()–]|\s-|-\s|\bet\b|\band\b)\s*/i;

/** What the name `text` of a chapter says. A section that holds everything counts after those that say more. */
export const chapterName = remembering((binding, text): ChapterName => {
  const whole = sectionCalled(binding, text);
  if (whole !== undefined) return { sections: [whole], whole: "name" };
  const found = text
    .split(JOINS)
    .filter((piece) => piece !== "")
    .flatMap((piece) => {
      const called = sectionCalled(binding, piece);
      const section = called ?? sectionOf(binding, piece);
      return section === undefined ? [] : [{ section, called: called !== undefined }];
    });
  const told = found.filter(({ section }) => section.loinc !== GENERAL_SECTION);
  const counting = told.length > 0 ? told : found;
  const sections = counting
    .map(({ section }) => section)
    .filter((section, i, all) => all.findIndex(({ loinc }) => loinc === section.loinc) === i);
  return { sections, whole: counting[0]?.called === true ? "piece" : "" };
});

/** The section whose name `text` is, as it stands or as it may have been meant. */
function sectionCalled(binding: Binding, text: string): Section | undefined {
  const words = tokens(text).filter(({ word }) => /[a-z0-9]/.test(word));
  if (words.length === 0) return undefined;
  const { sections } = binding.lexicon;
  const known = sections.get(joined(words, 0, words.length));
  if (known !== undefined) return known;
  const meant = keysMeant(binding, sections, words).map((key) => sections.get(key)!);
  return meant.every(({ loinc }) => loinc === meant[0]!.loinc) ? meant[0] : undefined;
}
