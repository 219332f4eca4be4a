/** LOINC terms as lines of text. */

import { displayName } from "../loinc/release.ts";
import { AXES, type Term } from "../loinc/term.ts";
import type { Language } from "../matching/phrases.ts";
import { words } from "../report/words.ts";

/** `2345-7  Glucose [Mass/volume] in Serum or Plasma  (mg/dL)`. */
export function termLine(term: Term): string {
  const unit = term.units === "" ? "" : `  (${term.units})`;
  const status = term.status === "" || term.status === "ACTIVE" ? "" : `  [${term.status}]`;
  return `${term.code.padEnd(9)} ${displayName(term)}${unit}${status}`;
}

/** Every column that is read, one a line. */
export function termSheet(term: Term, language: Language): string {
  const say = words(language);
  const rows: [string, string][] = [
    ["LOINC", term.code],
    [say.name, term.longName],
    ...AXES.map((axis): [string, string] => [say.axis[axis]!, term[axis]]),
    ["SHORTNAME", term.shortName],
    ["CLASS", term.class],
    ["STATUS", term.status],
    ["ORDER_OBS", term.use],
    ["EXAMPLE_UCUM_UNITS", term.units],
    ["COMMON_TEST_RANK", term.rank === 0 ? "" : String(term.rank)],
    [language === "fr" ? "Mots de recherche" : "Search words (French)", term.french],
  ];
  return rows
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name.padEnd(20)} ${value}`)
    .join("\n");
}
