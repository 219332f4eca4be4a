/** The names of the files that go back to the SGL. */
import type { FileKind } from "../catalogue/types.ts";

export type NamePatterns = { readonly [kind in FileKind]: string };

/** The names that the Ségur exchange gives; it says "demandes" for LOINC_6 too. */
export const NAME_PATTERNS: NamePatterns = {
  chapters: "LOINC_4_transcodage_chapitres_AAAAMMJJ.csv",
  exams: "LOINC_5_transcodage_demandes_AAAAMMJJ.csv",
  analyses: "LOINC_6_transcodage_demandes_AAAAMMJJ.csv",
};

/**
 * `pattern` with `date` (`2026-11-30` or `20261130`) in the places of `AAAAMMJJ` and `AAAA-MM-JJ`; a pattern without
 * them stays as it is.
 */
export function sglFileName(pattern: string, date: string): string {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(date) ?? [];
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return pattern.replaceAll("AAAAMMJJ", `${year}${month}${day}`).replaceAll("AAAA-MM-JJ", `${year}-${month}-${day}`);
}
