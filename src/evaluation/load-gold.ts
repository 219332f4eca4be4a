import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { loadCatalogue } from "../catalogue/load-catalogue.ts";
import type { GoldCatalogue } from "./examples.ts";
import { readGold } from "./gold.ts";

/** A catalogue folder with its `gold.tsv`, named after the folder. Throws when there is no gold.tsv. */
export async function loadGold(folder: string): Promise<GoldCatalogue> {
  const { catalogue } = await loadCatalogue([folder]);
  return { name: basename(folder), catalogue, gold: readGold(readFileSync(join(folder, "gold.tsv"), "utf8")) };
}
