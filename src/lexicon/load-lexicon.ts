import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCompiled } from "../loinc/compiled.ts";
import { decodeLexicon } from "./compiled-lexicon.ts";
import { buildLexicon, type Lexicon, type LexiconTables } from "./lexicon.ts";
import { readUnits, type UnitTable } from "./units.ts";

const FOLDER = fileURLToPath(new URL("../../lexicon", import.meta.url));
/** What the lexicon depends on: its tables, and the code that reads them. */
export const LEXICON_SOURCES = [FOLDER, fileURLToPath(new URL(".", import.meta.url))];

/** The texts of the tables in a lexicon folder (by default the one that ships). */
export function readTables(folder: string = FOLDER): LexiconTables {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsv"));
  return new Map(names.sort().map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]));
}

/** The units of the lexicon that ships, and nothing else of it. */
export function loadUnits(): UnitTable {
  const table = (name: string): string => readFileSync(join(FOLDER, name), "utf8");
  return readUnits(table("units.tsv"), table("unit-properties.tsv"));
}

/** The lexicon that ships with the program: as the build compiled it, else made of its tables. */
export function loadLexicon(): Lexicon {
  const compiled = readCompiled("lexicon", LEXICON_SOURCES);
  return compiled === undefined ? buildLexicon(readTables()) : decodeLexicon(compiled);
}
