/** Workbooks, CSV and FHIR files of the French value sets: which one each is, and what it holds. */
import { basename } from "node:path";
import { errorAt, type Problem } from "../loinc/problem.ts";
import { holdsFrenchNames, holdsNabm, readFrenchNames, readNabm } from "./biologie-fr.ts";
import { readCircuit, tabOf } from "./circuit.ts";
import { type Companions, circuitOf, NO_COMPANIONS } from "./companions.ts";
import { readFhir } from "./fhir.ts";
import type { ReferenceKind } from "./reference.ts";
import { type Headed, headed, wordsOf } from "./sheet-columns.ts";
import { readSheets, type Sheet } from "./sheets.ts";
import type { Source } from "./source.ts";

export type ValueSetContent = {
  readonly kind: ReferenceKind;
  /** As the content says, or empty. */
  readonly version: string;
  readonly companions: Companions;
  readonly problems: readonly Problem[];
};

/** What `source` holds, or why it is none of the value sets. `choice` is what a person says that it is. */
export async function readValueSet(source: Source, choice?: ReferenceKind): Promise<ValueSetContent | Problem> {
  if (source.form === "json") return readJson(source, choice);
  const sheets = await readSheets(source);
  if ("severity" in sheets) return sheets;
  const tables = sheets.map(headed).filter((table) => table !== undefined);
  if (tables.length === 0) return noTable(source, sheets);
  const kind = choice ?? kindOf(tables, source.name);
  if (kind === undefined) return unclear(source);
  return kind === "circuit" ? circuitContent(tables) : biologieContent(tables);
}

/**
 * Tabs of requests, results or chapters are those of *Circuit de la biologie*; French names or acts those of *LOINC
 * Biologie FR*; for a list alone its name tells.
 */
function kindOf(tables: readonly Headed[], name: string): ReferenceKind | undefined {
  if (tables.some(({ sheet }) => sheet.name !== name && tabOf(sheet.name) !== undefined)) return "circuit";
  const words = wordsOf([name, ...tables.map(({ sheet }) => sheet.name)].join(" "));
  if (/\bcircuit\b/.test(words)) return "circuit";
  if (tables.some((table) => holdsFrenchNames(table) || holdsNabm(table))) return "biologie-fr";
  return tabOf(name) === undefined ? undefined : "circuit";
}

function circuitContent(tables: readonly Headed[]): ValueSetContent {
  const { circuit, names, problems } = readCircuit(tables.filter((table) => !holdsNabm(table)));
  return { kind: "circuit", version: "", companions: { ...NO_COMPANIONS, circuit, french: [names] }, problems };
}

function biologieContent(tables: readonly Headed[]): ValueSetContent {
  const named = tables.filter((table) => !holdsNabm(table)).map(readFrenchNames);
  const aligned = tables.filter(holdsNabm).map(readNabm);
  return {
    kind: "biologie-fr",
    version:
      named
        .map(({ latest }) => latest)
        .sort()
        .at(-1) ?? "",
    companions: {
      ...NO_COMPANIONS,
      french: named.map(({ names }) => names),
      nabm: new Map(aligned.flatMap(({ nabm }) => [...nabm])),
    },
    problems: [...named, ...aligned].flatMap(({ problems }) => problems),
  };
}

async function readJson({ path, name }: Source, choice?: ReferenceKind): Promise<ValueSetContent | Problem> {
  const content = await readFhir(path, basename(name));
  if ("severity" in content) return content;
  const { about, version, codes, names, nabm, problems } = content;
  const kind = choice ?? (/circuit/.test(`${about} ${wordsOf(name)}`) ? "circuit" : "biologie-fr");
  const tab = tabOf(`${about} ${name}`);
  const circuit = tab === undefined ? circuitOf({}, codes) : circuitOf({ [tab]: codes });
  const companions = { ...NO_COMPANIONS, french: [names], nabm, ...(kind === "circuit" ? { circuit } : {}) };
  return { kind, version, companions, problems };
}

function noTable({ name }: Source, sheets: readonly Sheet[]): Problem {
  const seen = sheets
    .map((sheet) => sheet.rows.find((row) => row.some((cell) => cell !== "")) ?? [])
    .map((row) => row.slice(0, 5).join(", "))
    .filter((row) => row !== "")[0];
  const message = `Aucune feuille n'a de colonne de codes LOINC (« code_loinc », « Code LOINC »)${seen === undefined ? "" : ` ; la première ligne dit : ${seen}`}. Donnez le fichier tel qu'il a été téléchargé.`;
  return errorAt({ file: name }, "no-loinc-column", message);
}

function unclear({ name }: Source): Problem {
  const message =
    "Cette liste de codes LOINC ne dit pas quel jeu de valeurs elle est : ajoutez --as circuit ou --as biologie-fr.";
  return errorAt({ file: name }, "unknown-value-set", message);
}
