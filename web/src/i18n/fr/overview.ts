/** Dashboard, lots, exams, chapters, requests. */
import { countedIn } from "../count.ts";

const counted = countedIn("fr-FR");

export const dashboard = {
  title: "Tableau de bord",
  total: "lignes",
  decided: "décidées",
  signed: "signées",
  remaining: "à décider",
  toDecide: "à décider",
  start: "Par où commencer",
  startLots: "1. Accepter les lots sûrs",
  startReview: "2. Relire ce qui reste",
  startSign: "3. Signer par spécialité",
  startExport: "4. Exporter vers le SGL",
  bands: "Ce qui a été proposé",
  bandsHelp: "Plein : à signer en lot. Hachuré : à relire. Pointillé : sans code.",
  progress: "Avancement par spécialité",
  progressHelp: "Plein : signé. Hachuré : décidé. Vide : à décider.",
  confidence: "Confiance des propositions",
  confidenceHelp: "Nombre d'analyses selon la confiance (en %) de leur première proposition.",
  byDay: "Décisions par jour",
  checks: "Contrôles que fera le SGL",
  checksNone: "Rien à signaler.",
  blocks: "Ce qui bloque la signature",
  blocksNone: "Rien ne bloque.",
  blocking: (n: number) => counted(n, "ligne", "lignes"),
  settings: "Réglages du projet",
  secondReading: "Seconde lecture exigée avant de signer",
  secondReadings: {
    none: "jamais, sauf demande sur une ligne",
    "not-in-lot": "pour les décisions prises hors lot",
    all: "pour toutes les décisions",
  },
  matchAnew: "Proposer de nouveau",
  matchAnewHelp:
    "Refait les propositions avec la référence en service, par exemple après l'ajout d'une version de LOINC. Les décisions restent ; celles que la référence dément sont rouvertes.",
  working: "Les propositions sont en cours de calcul.",
  byPerson: "Qui a décidé",
  asTable: "Les mêmes nombres en tableau",
  rule: "Contrôle",
  place: "Ligne",
  message: "Ce qu'il faut savoir",
  severity: { error: "Bloquant", warning: "Non bloquant" },
  allChecks: (n: number) => `Voir ${counted(n, "contrôle", "contrôles")}`,
};

export const lots = {
  title: "Lots",
  lead: "Des propositions assez sûres pour être acceptées ensemble. Parcourez la liste avant d'accepter : un lot de plusieurs centaines de lignes contient sans doute quelques erreurs.",
  none: "Aucun lot : tout ce qui était sûr est décidé, ou rien ne l'est encore assez.",
  toReview: "Passer à la relecture",
  rows: (n: number) => counted(n, "ligne", "lignes"),
  confidence: (least: string, most: string) => `confiance de ${least} à ${most}`,
  precision: (percent: string, rows: string) =>
    `Sur ${rows} lignes de catalogues que le modèle n'avait pas appris, ${percent} % de telles propositions étaient justes.`,
  precisionShort: "de propositions justes, mesuré",
  expected: (n: number) => `Attendez-vous à environ ${counted(n, "erreur", "erreurs")} dans ce lot.`,
  expectedNone: "Moins d'une erreur attendue dans ce lot.",
  unmeasured: "La justesse de ce lot n'a pas été mesurée : relisez ligne par ligne.",
  memory: "D'après vos décisions antérieures.",
  see: "Parcourir",
  seeAll: "Tout voir dans la relecture",
  accept: (n: number) => `Accepter ${counted(n, "ligne", "lignes")}`,
  confirm: "Accepter ce lot ?",
  confirmText: (n: number) =>
    `${counted(n, "ligne recevra", "lignes recevront")} la première proposition. Cela s'annule d'un seul geste.`,
};

export const exams = {
  title: "Examens",
  lead: "Ce que contient chaque examen prescriptible, face aux analyses que LOINC met dans le groupe proposé.",
  search: "Chercher un examen",
  choose: "Choisissez un examen dans la liste.",
  members: "Analyses de l'examen",
  panel: "Groupe proposé",
  noPanel: "Aucun groupe LOINC n'est proposé pour cet examen : c'est courant pour un examen propre au laboratoire.",
  unknownMembers: "La référence installée ne dit pas quelles analyses ce groupe contient.",
  inPanel: "dans le groupe",
  notInPanel: "hors du groupe",
  present: "dans l'examen",
  absent: "absente de l'examen",
  open: "Ouvrir dans la relecture",
};

export const chapters = {
  title: "Chapitres",
  lead: "Le plan du catalogue et ce qui y reste à décider.",
  tree: "Chapitres et sous-chapitres",
  counts: (items: number, undecided: number) => `${counted(items, "ligne", "lignes")}, ${undecided} à décider`,
  done: (items: number) => `${counted(items, "ligne", "lignes")}, tout est décidé`,
  rows: "Lignes",
  code: "Code",
  none: "Le catalogue n'a pas de chapitres.",
};

export const requests = {
  title: "Demandes de codes",
  lead: "Les demandes à envoyer au centre national de terminologie : préparez-les depuis une ligne (« Demander un code »).",
  none: "Aucune demande.",
  by: (name: string, when: string) => `par ${name}, le ${when}`,
  copy: "Copier le texte",
  copied: "Texte copié.",
  print: "Imprimer",
  why: "Pourquoi",
};
