/** What is said of a decision taken earlier, in French and in English. */
import type { Agreement, Likeness } from "./agreement.ts";
import type { Recalled } from "./memory.ts";
import type { Language } from "./phrases.ts";
import type { Obstacle } from "./proposal.ts";
import type { Level } from "./row.ts";

type Part = keyof Agreement;
type PartWords = { readonly [likeness in Likeness]?: string };

type MemoryWords = {
  readonly parts: { readonly [part in Part]: PartWords };
  readonly exact: (loinc: string, sources: string, parts: string) => string;
  readonly partial: (loinc: string, sources: string, parts: string) => string;
  readonly others: (count: number) => string;
  readonly obstacles: { readonly [obstacle in Obstacle]: (text: string) => string };
  /** The row itself speaks for another code, or for none. */
  readonly against: (words: string, loinc: string) => string;
  readonly several: (words: readonly string[]) => string;
};

const FR: MemoryWords = {
  parts: {
    label: { same: "même libellé", near: "même libellé ou synonyme" },
    unit: { same: "même unité", silent: "sans unité", one: "unité dite d'un seul côté", near: "unité de même nature" },
    specimen: { same: "même milieu", silent: "sans milieu", one: "milieu dit d'un seul côté", near: "milieu proche" },
    property: { one: "grandeur dite d'un seul côté", near: "grandeur proche" },
    time: { one: "temporalité dite d'un seul côté", near: "temporalité proche" },
    scale: { one: "échelle dite d'un seul côté", near: "échelle proche" },
    method: { same: "même technique", one: "technique dite d'un seul côté", near: "technique écrite autrement" },
  },
  exact: (loinc, sources, parts) => `Déjà codé ${loinc} dans ${sources} : ${parts}.`,
  partial: (loinc, sources, parts) => `Ligne proche codée ${loinc} dans ${sources} : ${parts}.`,
  others: (count) => ` et ${count} autre${count > 1 ? "s" : ""}`,
  obstacles: {
    unknown: () => "Ce code n'est pas dans la référence chargée.",
    deprecated: () => "Ce code est périmé : choisissez son remplaçant.",
    panel: () => "C'est un code d'examen ou de chapitre, pas d'analyse.",
    unit: (text) => `Ce code contredit l'unité « ${text} ».`,
    specimen: (text) => `Ce code contredit le milieu « ${text} ».`,
  },
  against: (words, loinc) => `${words} La ligne seule donnerait ${loinc || "« sans code »"} : lequel garder ?`,
  several: (words) => `Les décisions connues ne s'accordent pas. ${words.join(" ")}`,
};

const EN: MemoryWords = {
  parts: {
    label: { same: "same label", near: "same label or synonym" },
    unit: { same: "same unit", silent: "no unit", one: "unit stated on one side only", near: "unit of the same kind" },
    specimen: {
      same: "same specimen",
      silent: "no specimen",
      one: "specimen stated on one side only",
      near: "specimen alike",
    },
    property: { one: "property stated on one side only", near: "property alike" },
    time: { one: "timing stated on one side only", near: "timing alike" },
    scale: { one: "scale stated on one side only", near: "scale alike" },
    method: { same: "same method", one: "method stated on one side only", near: "method in other words" },
  },
  exact: (loinc, sources, parts) => `Already coded ${loinc} in ${sources}: ${parts}.`,
  partial: (loinc, sources, parts) => `A row alike is coded ${loinc} in ${sources}: ${parts}.`,
  others: (count) => ` and ${count} more`,
  obstacles: {
    unknown: () => "This code is not in the loaded reference.",
    deprecated: () => "This code is deprecated: choose its replacement.",
    panel: () => "This is the code of an exam or a chapter, not of an analysis.",
    unit: (text) => `This code contradicts the unit “${text}”.`,
    specimen: (text) => `This code contradicts the specimen “${text}”.`,
  },
  against: (words, loinc) => `${words} The row alone would give ${loinc || "no code"}: which one holds?`,
  several: (words) => `Known decisions disagree. ${words.join(" ")}`,
};

export function memoryWords(language: Language): MemoryWords {
  return language === "fr" ? FR : EN;
}

/** More files than this are counted, not named. */
const NAMED = 2;

/** The files that hold the decision, with its date when that is known. */
export function sourcesOf({ entries }: Recalled, language: Language): string {
  const names = [...new Set(entries.map(({ source, date }) => (date === undefined ? source : `${source} (${date})`)))];
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(", ") + (more > 0 ? memoryWords(language).others(more) : "");
}

/** The whole sentence: code, file, and how the two rows agree. Chapters have neither unit nor specimen to compare. */
export function recalledWords(recalled: Recalled, level: Level, language: Language): string {
  const say = memoryWords(language);
  const parts = (Object.entries(recalled.parts) as [Part, Likeness][]).filter(
    ([part, likeness]) => likeness !== "silent" || level === "analysis" || (level === "exam" && part === "specimen"),
  );
  const said = parts.map(([part, likeness]) => say.parts[part][likeness]).filter((words) => words !== undefined);
  return say[recalled.agreement](recalled.loinc, sourcesOf(recalled, language), said.join(", "));
}
