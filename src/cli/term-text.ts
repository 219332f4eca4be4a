/** LOINC terms as lines of text. */

import { displayName } from "../loinc/release.ts";
import { AXES, type Term } from "../loinc/term.ts";
import type { Language } from "../matching/phrases.ts";
import { type Companions, NO_COMPANIONS } from "../reference/companions.ts";
import { frenchName } from "../reference/french-names.ts";
import { words } from "../report/words.ts";

/** `2345-7  Glucose [Mass/volume] in Serum or Plasma  (mg/dL)`; with the official French label instead when there is one. */
export function termLine(term: Term, french: string = displayName(term)): string {
  const unit = term.units === "" ? "" : `  (${term.units})`;
  const status = term.status === "" || term.status === "ACTIVE" ? "" : `  [${term.status}]`;
  return `${term.code.padEnd(9)} ${french}${unit}${status}`;
}

/** Every column that is read and what companions say, one a line. */
export function termSheet(term: Term, language: Language, companions: Companions = NO_COMPANIONS): string {
  const french = frenchName(companions.french, term.code);
  const say = words(language);
  const rows: [string, string][] = [
    ["LOINC", term.code],
    [language === "fr" ? "Libellé officiel" : "Official French", french?.label ?? ""],
    [say.name, term.longName],
    ...AXES.map((axis): [string, string] => [say.axis[axis]!, withFrench(term[axis], french?.[axis])]),
    ["SHORTNAME", term.shortName],
    ["CLASS", term.class],
    ["STATUS", term.status],
    ["ORDER_OBS", term.use],
    ["EXAMPLE_UCUM_UNITS", term.units],
    ["COMMON_TEST_RANK", term.rank === 0 ? "" : String(term.rank)],
    [language === "fr" ? "Mots de recherche" : "Search words (French)", term.french],
    ...officialRows(term, companions, language),
  ];
  return rows
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name.padEnd(20)} ${value}`)
    .join("\n");
}

/** `MCnc (Masse/Volume)`. */
function withFrench(value: string, french = ""): string {
  return french === "" || french === value ? value : `${value} (${french})`;
}

/** What official files beside the table say of the term. */
function officialRows({ code }: Term, companions: Companions, language: Language): [string, string][] {
  const fr = language === "fr";
  const { circuit, nabm, panels, replacements, notices, french } = companions;
  const acts = [...nabm].filter(([, codes]) => codes.includes(code)).map(([act]) => act);
  const member = circuit === undefined ? "" : circuit.all.has(code) ? (fr ? "oui" : "yes") : fr ? "non" : "no";
  return [
    [fr ? "Synonymes officiels" : "Official synonyms", frenchName(french, code)?.synonyms ?? ""],
    ["Circuit de la biologie", member],
    ["NABM", acts.join(", ")],
    [fr ? "Analyses du panel" : "Members of the panel", (panels.get(code) ?? []).join(", ")],
    ...(replacements.get(code) ?? []).map(({ code: other, comment }): [string, string] => [
      fr ? "Remplacé par" : "Replaced by",
      comment === "" ? other : `${other} — ${comment}`,
    ]),
    [fr ? "Mention de tiers" : "Third-party notice", notices.get(code) ?? ""],
  ];
}
