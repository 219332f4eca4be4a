/**
 * The acts of a NABM cell, each once: numbers of four digits (three are padded with a zero), and `HN` for *hors
 * nomenclature*.
 */
export function nabmActs(cell: string): string[] {
  const acts =
    cell.replace(/hors[\s-]+nomenclature/gi, "HN").match(/(?<![\p{L}\d])(?:HN|\d{3,4})(?![\p{L}\d])/giu) ?? [];
  return [...new Set(acts.map((act) => act.toUpperCase().padStart(act.length === 3 ? 4 : 0, "0")))];
}
