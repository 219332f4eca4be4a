import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildLexicon, type Lexicon, type LexiconTables } from "./lexicon.ts";

const FOLDER = fileURLToPath(new URL("../../lexicon", import.meta.url));

/** The texts of the tables in a lexicon folder (by default the one that ships). */
export function readTables(folder: string = FOLDER): LexiconTables {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsv"));
  return new Map(names.sort().map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]));
}

/** The lexicon that ships with the program. */
export function loadLexicon(): Lexicon {
  return buildLexicon(readTables());
}
