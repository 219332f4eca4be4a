/** The fields of a mapping table, and the words by which its headings name them. */
import { fold } from "../lexicon/normalise.ts";

export const FIELDS = [
  "loinc",
  "name",
  "code",
  "label",
  "synonym",
  "unit",
  "specimen",
  "method",
  "property",
  "time",
  "scale",
  "nabm",
  "exam",
  "chapter",
  "level",
] as const;

export type Field = (typeof FIELDS)[number];

/** In French, for messages and summaries. */
export const FIELD_TITLES: { readonly [field in Field]: string } = {
  loinc: "code LOINC",
  name: "nom LOINC",
  code: "code local",
  label: "libellé",
  synonym: "synonyme",
  unit: "unité",
  specimen: "milieu",
  method: "technique",
  property: "grandeur",
  time: "temporalité",
  scale: "échelle",
  nabm: "NABM",
  exam: "examen",
  chapter: "chapitre",
  level: "niveau",
};

/** Ways to name each field, French and English, best first: all the words of a way must stand in the heading. */
const NAMES: { readonly [field in Field]: readonly string[] } = {
  loinc: ["code loinc", "loinc num", "loinc code", "loinc"],
  name: [
    "libelle loinc",
    "nom loinc",
    "loinc name",
    "loinc label",
    "loinc display",
    "long common name",
    "component loinc",
  ],
  code: [
    "code local",
    "local code",
    "code analyse",
    "code examen",
    "code test",
    "test code",
    "order code",
    "result code",
    "source code",
    "mnemonique",
    "mnemonic",
    "identifiant",
    "code",
  ],
  label: [
    "libelle analyse",
    "libelle local",
    "local label",
    "libelle",
    "intitule",
    "designation",
    "test name",
    "result name",
    "source label",
    "display",
    "label",
    "analyse",
    "analyte",
    "description",
    "nom",
    "name",
  ],
  synonym: ["synonyme", "synonym", "alias"],
  unit: ["libelle unite", "unite", "units", "unit", "uom"],
  specimen: ["libelle milieu", "milieu", "echantillon", "prelevement", "specimen", "sample", "matrice"],
  method: ["technique", "methode", "method"],
  property: ["grandeur", "propriete", "property"],
  time: ["temporalite", "time aspect", "timing"],
  scale: ["echelle", "scale"],
  nabm: ["nabm"],
  exam: ["libelle examen", "parent exam", "examen", "bilan", "panel", "order name", "demande"],
  chapter: ["libelle chapitre", "chapitre", "discipline", "specialite", "chapter", "section", "department"],
  level: ["niveau", "level"],
};

/** How well `heading` names each field that it names: the number of words that count. */
export function fieldsNamed(heading: string): ReadonlyMap<Field, number> {
  const words = new Set(
    fold(heading.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
      .split(/[^a-z0-9]+/)
      .map((word) => (word.length > 4 ? word.replace(/s$/, "") : word)),
  );
  const found = new Map<Field, number>();
  for (const field of FIELDS) {
    // what belongs to LOINC is not the laboratory's
    if (words.has("loinc") && field !== "loinc" && field !== "name") continue;
    const best = NAMES[field].find((name) =>
      name.split(" ").every((word) => words.has(word.length > 4 ? word.replace(/s$/, "") : word)),
    );
    if (best !== undefined) found.set(field, best.split(" ").length + (best === "loinc" ? -0.5 : 0));
  }
  return found;
}
