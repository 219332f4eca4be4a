/** The comparison's words in French and English. */
import type { ItemStatus } from "../catalogue/diff.ts";
import type { Weight } from "../catalogue/diff-weights.ts";
import type { Language } from "../matching/phrases.ts";
import type { Fate } from "./reimport.ts";

const FR = {
  title: "Comparaison de deux catalogues",
  statuses: { added: "ajoutée", removed: "supprimée", changed: "changée", same: "inchangée" } as Record<
    ItemStatus,
    string
  >,
  counts: { added: "Ajoutées", removed: "Supprimées", changed: "Changées", same: "Inchangées" } as Record<
    ItemStatus,
    string
  >,
  weights: { meaning: "change le sens", spelling: "autre graphie", context: "autour de la ligne" } as Record<
    Weight,
    string
  >,
  fates: { keep: "gardée", again: "à revoir", lost: "sans objet", new: "à décider" } as Record<Fate, string>,
  decisions: "Décisions",
  decisionsKept: "gardées",
  decisionsAgain: "à revoir",
  decisionsLost: "sans objet (ligne supprimée)",
  noDecisions: "L'ancien dossier ne contient pas de décisions (LOINC_4/5/6).",
  level: "Niveau",
  code: "Code local",
  label: "Libellé",
  status: "Ligne",
  field: "Champ",
  from: "Avant",
  to: "Après",
  weight: "Portée",
  loinc: "LOINC décidé",
  name: "Nom LOINC",
  fate: "Décision",
  formerly: "Même ligne que l'ancien code",
  nothing: "Les deux catalogues disent la même chose.",
  fields: {
    label: "libellé",
    synonym: "synonyme",
    chapter: "chapitre",
    subchapter: "sous-chapitre",
    specimen: "milieu",
    specimenCode: "code milieu",
    examSpecimen: "milieu de l'examen",
    nabm: "NABM",
    analyses: "analyses",
    property: "grandeur",
    unit: "unité",
    unitCode: "code unité",
    time: "temporalité",
    scale: "échelle",
    method: "technique",
    exams: "examens",
  } as Record<string, string>,
};

export type ReimportWords = typeof FR;

const EN: ReimportWords = {
  title: "Two catalogues compared",
  statuses: { added: "added", removed: "removed", changed: "changed", same: "unchanged" },
  counts: { added: "Added", removed: "Removed", changed: "Changed", same: "Unchanged" },
  weights: { meaning: "changes the meaning", spelling: "another spelling", context: "around the row" },
  fates: { keep: "kept", again: "to look at again", lost: "without object", new: "to decide" },
  decisions: "Decisions",
  decisionsKept: "kept",
  decisionsAgain: "to look at again",
  decisionsLost: "without object (row removed)",
  noDecisions: "The old folder holds no decisions (LOINC_4/5/6).",
  level: "Level",
  code: "Local code",
  label: "Label",
  status: "Row",
  field: "Field",
  from: "Before",
  to: "After",
  weight: "Weight",
  loinc: "LOINC decided",
  name: "LOINC name",
  fate: "Decision",
  formerly: "Same row as the old code",
  nothing: "The two catalogues say the same.",
  fields: {
    label: "label",
    synonym: "synonym",
    chapter: "chapter",
    subchapter: "sub-chapter",
    specimen: "specimen",
    specimenCode: "specimen code",
    examSpecimen: "specimen of the exam",
    nabm: "NABM",
    analyses: "analyses",
    property: "property",
    unit: "unit",
    unitCode: "unit code",
    time: "time",
    scale: "scale",
    method: "method",
    exams: "exams",
  },
};

export function reimportWords(language: Language): ReimportWords {
  return language === "fr" ? FR : EN;
}
