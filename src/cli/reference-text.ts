/** Installed references as text. */
import { LOINC_NOTICE } from "../loinc/term.ts";
import type { Language } from "../matching/phrases.ts";
import type { Counts } from "../reference/reference.ts";
import type { Installed } from "../reference/store.ts";

export type ReferenceOptions = { readonly data?: string; readonly lang: Language; readonly json: boolean };

const COUNTED: { readonly [count in keyof Counts]: readonly [fr: string, en: string] } = {
  terms: ["termes", "terms"],
  frenchNames: ["noms français", "French names"],
  replacements: ["codes remplacés", "replaced codes"],
  panels: ["panels", "panels"],
  parts: ["parties nommées", "named parts"],
  circuitCodes: ["codes du circuit", "codes of the circuit"],
  circuitExams: ["dont demandes", "of which requests"],
  circuitAnalyses: ["dont résultats", "of which results"],
  circuitChapters: ["dont chapitres", "of which chapters"],
  nabmActs: ["actes NABM", "NABM acts"],
  nabmPairs: ["alignements NABM", "NABM alignments"],
};

/** `110 000 termes, 103 panels`. */
export function countsText(counts: Counts, language: Language): string {
  return Object.entries(COUNTED)
    .filter(([count]) => (counts[count as keyof Counts] ?? 0) > 0)
    .map(([count, names]) => `${number(counts[count as keyof Counts]!, language)} ${names[language === "fr" ? 0 : 1]}`)
    .join(", ");
}

function number(count: number, language: Language): string {
  return count.toLocaleString(language).replaceAll("\u202f", " ");
}

/** One line: name, day, what it holds, whether it is in use. */
export function installedLine({ id, facts, inUse }: Installed, language: Language): string {
  const state = inUse ? (language === "fr" ? "  [en service]" : "  [in use]") : "";
  return `${id.padEnd(24)} ${facts.added.slice(0, 10).padEnd(10)}  ${countsText(facts.counts, language)}${state}`;
}

/** All that is known of an installed reference, one fact a line, with LOINC's notice. */
export function installedSheet({ id, facts, path, size, inUse }: Installed, language: Language): string {
  const french = language === "fr";
  const rows: [string, string][] = [
    [french ? "Nom" : "Name", id],
    [french ? "Titre" : "Title", facts.title],
    [french ? "En service" : "In use", inUse ? (french ? "oui" : "yes") : french ? "non" : "no"],
    [french ? "Ajoutée le" : "Added on", facts.added],
    [french ? "Fichiers" : "Files", facts.sources.join(", ")],
    [french ? "SHA-256 des fichiers" : "SHA-256 of the files", facts.sourceHash],
    [french ? "Contenu" : "Content", countsText(facts.counts, language)],
    [french ? "Pack" : "Pack", `${path} (${number(Math.ceil(size / 1024), language)} Kio)`],
    [french ? "Licence" : "Licence", LOINC_NOTICE],
  ];
  return rows
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name.padEnd(22)} ${value}`)
    .join("\n");
}
