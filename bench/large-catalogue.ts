/** The example laboratory, and a large catalogue made of it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCatalogue } from "../src/catalogue/read-catalogue.ts";
import type { InputFile } from "../src/catalogue/table.ts";
import { filesOf } from "./catalogue-files.ts";
import { generateCatalogue } from "./generate-catalogue.ts";

const EXAMPLE = fileURLToPath(new URL("../examples/laboratoire-du-port/", import.meta.url));
const SEED = 20261115;

/** The files of the example laboratory. */
export function exampleFiles(): InputFile[] {
  return readdirSync(EXAMPLE)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, bytes: readFileSync(EXAMPLE + name) }));
}

/** The files of a catalogue of about `rows` rows: always the same. */
export function largeFiles(rows: number): InputFile[] {
  return filesOf(generateCatalogue(readCatalogue(exampleFiles()).catalogue, rows, SEED));
}
