/** The starter reference that ships with the program: the tests of a French laboratory, so that it works the minute it is installed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildRelease } from "./build-release.ts";
import { readCompiled } from "./compiled.ts";
import { decodePack } from "./pack.ts";
import type { Panels } from "./panels.ts";
import type { Release } from "./release.ts";
import { termOfRow } from "./table-row.ts";

const FOLDER = fileURLToPath(new URL("../../reference/starter", import.meta.url));
/** What the starter depends on: its tables, and the code that reads them. */
export const STARTER_SOURCES = [FOLDER, fileURLToPath(new URL(".", import.meta.url))];
const PANELS = "panels.tsv";
/** Tables of the folder that hold no terms. */
const OTHERS = new Set([PANELS, "differences.tsv"]);

type Cells = Readonly<Record<string, string>>;

/** Shown wherever the starter is used instead of the official files. */
export const STARTER_ADVICE = {
  fr: "Référence de démarrage (extrait de LOINC) : pour la table complète, téléchargez Loinc_2.NN.zip sur https://loinc.org/downloads/ puis : transloinc reference add Loinc_2.NN.zip",
  en: "Starter reference (an extract of LOINC): for the whole table, download Loinc_2.NN.zip from https://loinc.org/downloads/ then: transloinc reference add Loinc_2.NN.zip",
} as const;

/** The rows of every table of the starter but the panels' members, in the columns of Loinc.csv and `french`. */
export function starterRows(folder: string = FOLDER): Cells[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv") && !OTHERS.has(name))
    .sort()
    .flatMap((name) => tabbed(join(folder, name)));
}

let starter: Release | undefined;

/** The starter as a release: as the build packed it, else made of its tables. Read once. */
export function loadStarter(): Release {
  if (starter === undefined) {
    const compiled = readCompiled("starter", STARTER_SOURCES);
    starter = compiled === undefined ? readStarter() : decodePack(compiled);
  }
  return starter;
}

/** The starter made of its tables. */
export function readStarter(): Release {
  const terms = starterRows()
    .map(termOfRow)
    .filter((term) => term !== undefined);
  const info = { title: "Transloinc starter (LOINC ≤ 2.81)", version: "2.81", source: "reference/starter" };
  return buildRelease(info, terms);
}

/** The members of the starter's panels. */
export function loadStarterPanels(): Panels {
  return new Map(
    tabbed(join(FOLDER, PANELS)).map((row) => [
      row.loinc ?? "",
      (row.members ?? "").split(" ").filter((code) => code !== ""),
    ]),
  );
}

/** The rows of a table whose first line names the columns; empty lines and those that begin with # are left out. */
function tabbed(path: string): Cells[] {
  const [header = [], ...rows] = readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return rows.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ""])));
}
