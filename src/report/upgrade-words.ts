/** The words of the report on a change of references. */
import type { Language } from "../matching/phrases.ts";
import type { DecidedRow } from "../transcoding/read-decided.ts";
import type { Change, Instead } from "../transcoding/upgrade.ts";

const FR = {
  lang: "fr",
  title: "Changement de référence",
  table: "Table examinée",
  from: "Référence d'avant",
  to: "Nouvelle référence",
  unknown:
    "table LOINC d'avant inconnue : les codes nouveaux qui conviendraient mieux ne sont pas examinés (ajoutez --from)",
  touched: (touched: number, rows: number, coded: number): string =>
    `${touched} ${touched < 2 ? "ligne touchée" : "lignes touchées"}, dans une table de ${rows} ${rows < 2 ? "ligne" : "lignes"} dont ${coded} ${coded < 2 ? "codée" : "codées"}.`,
  nothing: "Aucune ligne n'est touchée : la table reste juste avec la nouvelle référence.",
  unchanged: "Rien n'a été changé dans la table : chaque ligne attend la décision d'une personne.",
  kinds: {
    absent: "Absent de la nouvelle référence",
    deprecated: "Périmé",
    discouraged: "Déconseillé",
    "out-of-circuit": "Sorti du Circuit de la biologie",
    better: "Nouveau code, qui convient mieux",
    "into-circuit": "Entré dans le Circuit de la biologie",
    label: "Libellé changé",
  } as { readonly [kind in Change["kind"]]: string },
  level: "Niveau",
  code: "Code local",
  label: "Libellé",
  loinc: "LOINC",
  name: "Libellé LOINC",
  change: "Changement",
  instead: "À la place",
  place: "Endroit",
  line: "ligne",
  references: "Références et versions",
  nowCoded: "Un code existe désormais",
  before: "déjà périmé auparavant",
  noReplacement: "LOINC ne dit pas par quoi le remplacer",
  todo: {
    absent: "Vérifiez que la nouvelle référence est complète.",
    deprecated: "Choisissez le remplaçant.",
    discouraged: "Choisissez un autre code si possible.",
    "out-of-circuit": "Le SGL le signalera, sans bloquer.",
    better: "À examiner.",
    "into-circuit": "Le SGL ne le signalera plus.",
    label: "Le libellé écrit dans la table est l'ancien.",
  } as { readonly [kind in Change["kind"]]: string },
};

export type UpgradeWords = typeof FR;

const EN: UpgradeWords = {
  lang: "en",
  title: "Change of reference",
  table: "Table examined",
  from: "Reference before",
  to: "New reference",
  unknown: "earlier LOINC table unknown: new codes that would fit better are not examined (add --from)",
  touched: (touched, rows, coded) => `${touched} of ${rows} rows (${coded} with a code) are touched.`,
  nothing: "No row is touched: the table stays right with the new reference.",
  unchanged: "Nothing was changed in the table: each row waits for the decision of a person.",
  kinds: {
    absent: "Not in the new reference",
    deprecated: "Deprecated",
    discouraged: "Discouraged",
    "out-of-circuit": "Left Circuit de la biologie",
    better: "New code that fits better",
    "into-circuit": "Entered Circuit de la biologie",
    label: "Label changed",
  },
  level: "Level",
  code: "Local code",
  label: "Label",
  loinc: "LOINC",
  name: "LOINC label",
  change: "Change",
  instead: "Instead",
  place: "Place",
  line: "line",
  references: "References and versions",
  nowCoded: "A code exists now",
  before: "was deprecated before",
  noReplacement: "LOINC does not say what replaces it",
  todo: {
    absent: "Check that the new reference is whole.",
    deprecated: "Choose the replacement.",
    discouraged: "Choose another code where possible.",
    "out-of-circuit": "The SGL will warn, without blocking.",
    better: "To be looked at.",
    "into-circuit": "The SGL will no longer warn.",
    label: "The label written in the table is the old one.",
  },
};

export function upgradeWords(language: Language): UpgradeWords {
  return language === "fr" ? FR : EN;
}

/** `Périmé (déjà périmé auparavant). Choisissez le remplaçant.` */
export function changeText(change: Change, { loinc }: DecidedRow, say: UpgradeWords): string {
  const notes = [
    change.kind === "deprecated" && change.before && say.before,
    change.kind === "deprecated" && change.instead.length === 0 && say.noReplacement,
    change.kind === "label" && `« ${change.from} » → « ${change.to} »`,
  ].filter((note) => note !== false);
  const kind = change.kind === "better" && loinc === "" ? say.nowCoded : say.kinds[change.kind];
  return `${kind}${notes.length === 0 ? "" : ` (${notes.join(" ; ")})`}. ${say.todo[change.kind]}`;
}

/** `718-7 Hemoglobin [Mass/volume] in Blood — comment`, one for each code that could be taken instead. */
export function insteadTexts(change: Change): string[] {
  return insteadOf(change).map(insteadText);
}

/** The codes that could be taken instead; none for changes that name none. */
export function insteadOf(change: Change): readonly Instead[] {
  return "instead" in change ? change.instead : [];
}

function insteadText({ loinc, name, comment }: Instead): string {
  return `${loinc} ${name}${comment === "" ? "" : ` — ${comment}`}`;
}
