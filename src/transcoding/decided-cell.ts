/** What stands in the place of a code. */
import { errorAt, type Place, warningAt } from "../catalogue/problems.ts";
import type { Problem } from "../catalogue/types.ts";
import { checkDigit, codeNumber, isLoincCode } from "../loinc/code.ts";

export type DecidedCell = {
  /** With the shape of a LOINC code, else empty. */
  readonly loinc: string;
  readonly problem?: Problem;
};

const SEVERAL = /\d-\d\s*[,;|/+ ]\s*\d+-\d/;
/** What a spreadsheet makes of 2345-7, as it shows it: juil.-45, 01/07/2345, 2345-07-01. */
const AS_DATE = /^(?:\p{L}{3,4}\.?-\d{2,4}|\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}(?:[ T].*)?)$/u;

/** The code that `text` is, with what is wrong about it. Other words (a local "no code") are no code, and no problem. */
export function decidedCell(text: string, place: Place): DecidedCell {
  if (isLoincCode(text)) return { loinc: text };
  if (codeNumber(text) !== undefined) {
    const right = `${text.slice(0, -1)}${checkDigit(text.slice(0, -2))}`;
    const message = `${text} n'est pas un code LOINC : sa clé de contrôle est fausse (${right} en serait un). Vérifiez le code dans la table.`;
    return { loinc: text, problem: errorAt(place, "check-digit", message) };
  }
  if (SEVERAL.test(text)) {
    const message = `Cette cellule contient plusieurs codes LOINC (« ${text} ») : aucun n'est lu. Gardez-en un seul, le SGL refuse la ligne sinon.`;
    return { loinc: "", problem: errorAt(place, "several-codes", message) };
  }
  if (AS_DATE.test(text)) {
    const message = `« ${text} » est une date : un tableur a sans doute changé le code LOINC. Reprenez la table d'origine, ou importez cette colonne comme du texte.`;
    return { loinc: "", problem: warningAt(place, "code-as-date", message) };
  }
  return { loinc: "" };
}
