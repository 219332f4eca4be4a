/** The sentences that explain, in French and in English. */
import type { Axis } from "../loinc/term.ts";
import type { Source } from "./row.ts";

export type Language = "fr" | "en";

export type Phrases = {
  readonly quote: (source: Source, text: string) => string;
  /** Words of the row that are misspelt, or written otherwise, and how they were read. */
  readonly quoteRead: (source: Source, text: string, read: string) => string;
  readonly usual: string;
  readonly anyMethod: string;
  readonly nothingSaid: string;
  /** The label names what is looked for (a species, a kind of crystal), the code any that is found. */
  readonly wider: (text: string) => string;
  /** Why an exam, chapter or sub-chapter gets a code. */
  readonly origin: (origin: string, label: string) => string;
  /** Another analysis of the exam has the code that seemed best. */
  readonly sibling: (label: string, loinc: string) => string;
  /** The question that decides between two values of an axis. */
  readonly ask: (axis: Axis, a: string, b: string) => string;
};

const SOURCES_FR: Readonly<Record<Source, string>> = {
  label: "libellé",
  synonym: "synonyme",
  unit: "unité",
  specimen: "milieu",
  property: "grandeur",
  time: "temporalité",
  scale: "échelle",
  method: "technique",
  hint: "libellé",
  exam: "examen",
  siblings: "autres analyses de l'examen",
  habit: "habitude du chapitre",
  chapter: "chapitre",
};

const SOURCES_EN: Readonly<Record<Source, string>> = {
  label: "label",
  synonym: "synonym",
  unit: "unit",
  specimen: "specimen",
  property: "property",
  time: "time",
  scale: "scale",
  method: "method",
  hint: "label",
  exam: "exam",
  siblings: "the exam's other analyses",
  habit: "usual in the chapter",
  chapter: "chapter",
};

const FR: Phrases = {
  sibling: (label, loinc) => `« ${label} », du même examen, a déjà ${loinc} : qu'est-ce qui distingue cette ligne ?`,
  quote: (source, text) => `${SOURCES_FR[source]} « ${text} »`,
  quoteRead: (source, text, read) => `${SOURCES_FR[source]} « ${text} », lu « ${read} »`,
  usual: "non précisé : valeur la plus courante",
  anyMethod: "toute technique",
  nothingSaid: "non précisé",
  wider: (text) => `libellé « ${text} » : nomme ce qui est cherché, que ce code plus général ne dit pas`,
  origin: (origin, label) =>
    ({
      single: "son unique analyse",
      twin: "son analyse, rendue sous plusieurs formes",
      main: "l'analyse que nomme l'examen",
      panel: `libellé « ${label} » et analyses de l'examen`,
      section: `libellé « ${label} »`,
      name: `libellé « ${label} »`,
      contents: "ce que contient le chapitre",
      parent: "code de son chapitre",
      memory: "décision connue",
    })[origin] ?? "",
  ask: (axis, a, b) =>
    ({
      component: `Préciser l'analyse : ${a} ou ${b} ?`,
      property: `Préciser l'unité ou la grandeur : ${a} ou ${b} ?`,
      time: `Préciser la temporalité : ${a} ou ${b} ?`,
      system: `Préciser le milieu : ${a} ou ${b} ?`,
      scale: `Préciser le type de résultat : ${a} ou ${b} ?`,
      method: `Préciser la technique : ${a || "indifférente"} ou ${b || "indifférente"} ?`,
    })[axis],
};

const EN: Phrases = {
  sibling: (label, loinc) => `“${label}”, in the same exam, has ${loinc}: what tells this row from it?`,
  quote: (source, text) => `${SOURCES_EN[source]} “${text}”`,
  quoteRead: (source, text, read) => `${SOURCES_EN[source]} “${text}”, read “${read}”`,
  usual: "not stated: most usual value",
  anyMethod: "any method",
  nothingSaid: "not stated",
  wider: (text) => `label “${text}”: names what is looked for, which this more general code leaves out`,
  origin: (origin, label) =>
    ({
      single: "its only analysis",
      twin: "its analysis, reported in several ways",
      main: "the analysis that the exam is named after",
      panel: `label “${label}” and the analyses of the exam`,
      section: `label “${label}”`,
      name: `label “${label}”`,
      contents: "what the chapter holds",
      parent: "code of its chapter",
      memory: "known decision",
    })[origin] ?? "",
  ask: (axis, a, b) =>
    ({
      component: `Which analyte: ${a} or ${b}?`,
      property: `Which unit or property: ${a} or ${b}?`,
      time: `Which timing: ${a} or ${b}?`,
      system: `Which specimen: ${a} or ${b}?`,
      scale: `Which kind of result: ${a} or ${b}?`,
      method: `Which method: ${a || "any"} or ${b || "any"}?`,
    })[axis],
};

export function phrases(language: Language): Phrases {
  return language === "fr" ? FR : EN;
}

const SCALE_FR: Readonly<Record<string, string>> = {
  Qn: "quantitatif",
  Ord: "qualitatif",
  Nom: "nominal",
  Nar: "texte",
  OrdQn: "qualitatif ou quantitatif",
  SemiQn: "semi-quantitatif",
};
const TIME_FR: Readonly<Record<string, string>> = { Pt: "ponctuel", "24H": "24 heures" };
const SYSTEM_FR: Readonly<Record<string, string>> = {
  "Ser/Plas": "sérum ou plasma",
  Ser: "sérum",
  Plas: "plasma",
  Bld: "sang total",
  Urine: "urines",
  CSF: "LCR",
  Stool: "selles",
  XXX: "milieu quelconque",
  PPP: "plasma citraté",
  RBC: "hématies",
};

/** How a value of an axis is called on screen; LOINC's own value when there is no common word for it. */
export function axisWord(axis: Axis, value: string, language: Language): string {
  if (language === "en") return value;
  const words = axis === "scale" ? SCALE_FR : axis === "time" ? TIME_FR : axis === "system" ? SYSTEM_FR : {};
  return words[value] ?? value;
}

/** The supposition that an axis has another value than the one assumed; `unit` tells a property better than its LOINC value. */
export function alternativeWords(axis: Axis, value: string, unit: string, language: Language): string {
  const word = axisWord(axis, value, language);
  if (language === "en")
    return `if the ${axis === "property" && unit !== "" ? "unit" : axis} were ${unit || word || "any"}`;
  if (axis === "property") return unit === "" ? `si la grandeur était ${value}` : `si l'unité était ${unit}`;
  if (axis === "method") return `si la technique était ${word || "indifférente"}`;
  return `si ${{ system: "le milieu", scale: "le type de résultat", time: "la temporalité", component: "l'analyse" }[axis]} était ${word}`;
}
