/** Part of the build: compiles the lexicon and packs the starter, from the tables and by the code that were just built. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { encodeLexicon } from "../dist/lexicon/compiled-lexicon.js";
import { buildLexicon } from "../dist/lexicon/lexicon.js";
import { LEXICON_SOURCES, readTables } from "../dist/lexicon/load-lexicon.js";
import { compiledPath } from "../dist/loinc/compiled.js";
import { encodePack } from "../dist/loinc/pack.js";
import { readStarter, STARTER_SOURCES } from "../dist/loinc/starter.js";
import { withComponents } from "../dist/matching/frozen-components.js";

const files = [
  [compiledPath("lexicon", LEXICON_SOURCES), encodeLexicon(buildLexicon(readTables()))],
  [compiledPath("starter", STARTER_SOURCES), encodePack(withComponents(readStarter()))],
];
const folder = dirname(files[0][0]);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [path, bytes] of files) {
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}
