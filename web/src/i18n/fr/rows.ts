/** The list of rows. */
import { countedIn } from "../count.ts";

const counted = countedIn("fr-FR");

export const rows = {
  title: "Relecture",
  list: "Lignes du catalogue",
  filters: "Filtres",
  clear: "Effacer les filtres",
  search: "Chercher un libellé, un code local, un code LOINC",
  level: "Niveau",
  chapter: "Chapitre",
  specialty: "Spécialité",
  band: "Groupe",
  state: "État",
  person: "Décidé par",
  missing: "Ce qui manque",
  sort: "Tri",
  sorts: {
    position: "ordre du catalogue",
    confidence: "les moins sûres d'abord",
    "-confidence": "les plus sûres d'abord",
    label: "libellé",
    code: "code local",
    state: "état",
  },
  count: (n: number) => counted(n, "ligne", "lignes"),
  countOf: (i: string, n: string) => `${i} sur ${n}`,
  none: "Aucune ligne ne répond à ces filtres.",
  row: "Ligne",
  proposal: "Proposition ou décision",
  confidence: "Confiance",
  noProposal: "sans proposition",
  loadingRow: "Chargement de la ligne…",
  tick: (label: string) => `Cocher ${label}`,
  ticked: (n: number) => counted(n, "ligne cochée", "lignes cochées"),
  untick: "Décocher",
  acceptAll: (n: number) => `Accepter ${counted(n, "proposition", "propositions")}`,
  bulk: "Autre décision…",
  bulkTitle: (n: number) => `Une même décision pour ${counted(n, "ligne", "lignes")}`,
  bulkDone: (n: number) => `${counted(n, "ligne décidée", "lignes décidées")}.`,
  bulkConflicts: (n: number) =>
    `${counted(n, "ligne changée", "lignes changées")} entre-temps par quelqu'un d'autre : laissé tel quel.`,
  bulkRefused: (n: number, why: string) => `${counted(n, "ligne laissée", "lignes laissées")} : ${why}`,
  nothingToAccept: "Aucune des lignes cochées n'a de proposition.",
  undoFailed: "Rien à annuler.",
  comments: (n: number) => counted(n, "commentaire", "commentaires"),
};
