/** Signs and case, which forms leave out, tell meanings of one form apart: `F1+2` is no factor F12, `cK+` no CK, `Ag c` no `Ag C`. */
import type { Sense } from "../lexicon/senses.ts";
import type { Token } from "../lexicon/tokens.ts";

/** What is counted together: `F1+2`, `VIT D2+D3`. */
const SUM = /\d ?\+ ?[A-Z]?\d/;
const ADDED = /\w ?\+ ?\w/;
/** `c` for a concentration, and the ion: `CK+ LDH` are two enzymes. */
const CONCENTRATION = /^c[A-Z]/;
const CHARGE = /^\+(?![\p{L}\d])/u;
const CATION = /^(Potassium|Sodium|Calcium|Magnesium|Lithium|Ammonium)\b/;
/** The one letter that ends a blood group antigen, as LOINC writes it. */
const GROUP = /^(little )?([A-Za-z]) Ag$/;

/** The preposition before a number (`précipitation à 4 °C`) is no letter of a name, which is written without accent (androstenedione, `A4`). */
const PREPOSITION = /^[àÀ]$/;
const NUMBER = /^\d+$/;

/** Those of `senses` that the signs between and behind `words` of `text` allow; all when they tell nothing. */
export function asSigned(text: string, words: readonly Token[], senses: readonly Sense[]): readonly Sense[] {
  const [first, last] = [words[0]!, words.at(-1)!];
  if (PREPOSITION.test(first.text) && words.slice(1).every(({ word }) => NUMBER.test(word))) return [];
  if (senses.length < 2) return senses;
  const kept = (fits: (component: string) => boolean): readonly Sense[] => {
    const some = senses.filter((sense) => sense.kind === "analyte" && fits(sense.component));
    return some.length === 0 ? senses : some;
  };
  if (SUM.test(text.slice(first.start, last.end))) return kept((component) => ADDED.test(component));
  if (CONCENTRATION.test(first.text) && CHARGE.test(text.slice(last.end)))
    return kept((component) => CATION.test(component));
  // where all is written in one case, case says nothing
  if (last.text.length > 1 || words.length === 1 || text === text.toUpperCase() || text === text.toLowerCase())
    return senses;
  const isSmall = last.text !== last.text.toUpperCase();
  return kept((component) => {
    const [, little, letter] = GROUP.exec(component) ?? [];
    return letter?.toLowerCase() === last.word && (little !== undefined) === isSmall;
  });
}
