/** Words that every page uses. */
import { countedIn } from "../count.ts";

const counted = countedIn("fr-FR");

export const common = {
  close: "Fermer",
  cancel: "Renoncer",
  save: "Enregistrer",
  retry: "Réessayer",
  loading: "Chargement…",
  next: "Continuer",
  remove: "Retirer",
  all: "Tout",
  none: "Aucun",
  skip: "Aller au contenu",
  undo: "Annuler l'action",
  undone: (n: number) => `${counted(n, "ligne remise", "lignes remises")} comme avant.`,
  undoConflicts: (n: number) =>
    `${counted(n, "ligne changée", "lignes changées")} depuis par quelqu'un d'autre : laissé tel quel.`,
  notFound: "Page introuvable",
  notFoundHelp: "Cette adresse ne mène nulle part. Revenez à la liste des projets.",
  by: (name: string, when: string) => `${name}, le ${when}`,
  code: "Code local",
  label: "Libellé",
  notStated: "non précisé",
};

export const errors = {
  unexpected: "Quelque chose n'a pas marché. Réessayez ; si cela se répète, prévenez l'administrateur.",
  unreachable:
    "Le serveur ne répond pas. Vérifiez qu'il tourne, puis réessayez : rien de ce que vous avez saisi n'est perdu.",
};

export const shell = {
  main: "Navigation principale",
  project: "Projet",
  projects: "Projets",
  dashboard: "Tableau de bord",
  rows: "Relecture",
  lots: "Lots",
  exams: "Examens",
  chapters: "Chapitres",
  requests: "Demandes de codes",
  signoff: "Signature",
  export: "Export",
  reimport: "Réimport",
  admin: "Administration",
  signOut: "Se déconnecter",
  keyboard: "Clavier",
  language: "Langue",
  theme: "Apparence",
  themes: { system: "Apparence : système", light: "Apparence : claire", dark: "Apparence : sombre" },
  version: (title: string, version: string) => `Référence : ${title} ${version}.`,
};
