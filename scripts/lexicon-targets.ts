import type { LexiconTables } from "../src/lexicon/lexicon.ts";
import { readRows } from "../src/lexicon/table.ts";

/** What the lexicon means in LOINC, each once and sorted: components, and the words of components that modifiers stand for. */
export function lexiconTargets(tables: LexiconTables): string[] {
  const targets = new Set<string>();
  for (const [file, text] of tables) {
    const column = columnOf(file);
    if (column !== undefined) for (const row of readRows(file, text, [column])) targets.add(row[column]);
  }
  targets.delete("");
  return [...targets].sort();
}

function columnOf(file: string): "component" | "words" | undefined {
  if (file.startsWith("analytes/") || file === "organisms.tsv" || file === "allergens.tsv") return "component";
  return file === "modifiers.tsv" ? "words" : undefined;
}
