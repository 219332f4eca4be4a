/** Sign-off, proofs, export. */
import { countedIn } from "../count.ts";

const counted = countedIn("fr-FR");

export const signoff = {
  title: "Signature",
  lead: "La signature fige les lignes d'une spécialité ou d'un chapitre et laisse une preuve : qui, quand, quelles lignes, quelle version de LOINC.",
  bySpecialty: "Par spécialité",
  byChapter: "Par chapitre",
  part: "Partie",
  rows: "Lignes",
  signed: "Signées",
  status: "État",
  ready: "prête à signer",
  done: "signée",
  blocked: (n: number) => counted(n, "ligne bloque", "lignes bloquent"),
  andMore: (n: number) => `… et ${counted(n, "autre", "autres")}.`,
  sign: "Signer",
  signPart: (name: string) => `Signer ${name}`,
  confirm: (name: string) => `Signer « ${name} » ?`,
  confirmText: (n: number) =>
    `Vous attestez avoir contrôlé le transcodage de ${counted(n, "ligne", "lignes")}. Ces lignes ne changeront plus, sauf à être rouvertes avec un motif.`,
  confirmSign: "Je signe",
  notBiologist: "Seul un biologiste signe.",
  signedNow: "Signé. La preuve est enregistrée.",
  proofs: "Preuves",
  noProofs: "Aucune signature pour l'instant.",
  who: "Signé par",
  when: "Le",
  hash: "Empreinte SHA-256 de la table",
  open: "Ouvrir",
  openProof: (name: string) => `Ouvrir la preuve : ${name}`,
  json: "Fichier JSON",
};

export const proof = {
  title: "Preuve de signature",
  print: "Imprimer",
  download: "Télécharger (JSON)",
  page: "Page autonome",
  verify: "Pour vérifier ce fichier plus tard, hors de ce programme :",
  laboratory: "Laboratoire",
  project: "Projet",
  part: "Partie signée",
  signedBy: "Signé par",
  references: "Références",
  files: "Fichiers du SGL",
  rows: "Lignes",
  table: "SHA-256 de la table",
  seal: "Sceau de la preuve",
  previous: "Sceau de la preuve précédente",
  decidedBy: "Décidé par",
  second: (name: string) => `relu par ${name}`,
};

export const exportPage = {
  title: "Export",
  lead: "Les fichiers que votre SGL charge, et d'autres pour relire ou pour les programmes. Les contrôles sont ceux que fera le SGL.",
  sgl: "Pour le SGL",
  others: "Pour relire et pour les programmes",
  kinds: {
    loinc_4: {
      name: "LOINC_4 · chapitres",
      help: "La ligne d'origine, puis code et libellé LOINC du chapitre et du sous-chapitre.",
    },
    loinc_5: { name: "LOINC_5 · demandes", help: "La ligne d'origine, puis code et libellé LOINC de l'examen." },
    loinc_6: { name: "LOINC_6 · résultats", help: "La ligne d'origine, puis code et libellé LOINC de l'analyse." },
    xlsx: {
      name: "Classeur Excel",
      help: "Toutes les lignes avec décision, confiance et motifs, une feuille par niveau.",
    },
    jsonl: { name: "Lignes JSON", help: "Une ligne par décision, pour les programmes." },
  },
  same: "Mêmes lignes, même ordre, même encodage, mêmes fins de ligne que vos fichiers.",
  undecided: (n: number) =>
    `${counted(n, "ligne n'est pas décidée et partira", "lignes ne sont pas décidées et partiront")} sans code LOINC.`,
  unsigned: (n: number) =>
    `${counted(n, "ligne est décidée mais pas signée", "lignes sont décidées mais pas signées")}.`,
  allSigned: "Toutes les lignes sont signées.",
  save: "Télécharger",
  saveKind: (name: string) => `Télécharger ${name}`,
  saved: (name: string) => `${name} est enregistré.`,
  savedWarnings: (name: string, n: number) =>
    `${name} est enregistré, avec ${counted(n, "remarque", "remarques")} que le SGL fera aussi.`,
  refused: "Le SGL refuserait ce fichier",
  refusedText: (n: number) =>
    `${counted(n, "problème bloquant", "problèmes bloquants")}. Corrigez, ou exportez quand même pour voir la suite dans le SGL.`,
  force: "Exporter quand même",
  checks: "Contrôles",
};
