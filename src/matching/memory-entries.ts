/** From the decisions on a catalogue to the entries of a memory. */
import type { Catalogue } from "../catalogue/types.ts";
import type { MemoryEntry } from "./memory.ts";
import { memoryRows } from "./memory-rows.ts";
import type { Level } from "./row.ts";
import { statedTexts } from "./stated.ts";

/** What was decided for an item: a row of a transcoding table read back, or an item of a review. */
export type DecidedItem = {
  readonly level: Level;
  readonly code: string;
  readonly label: string;
  /** Empty when it was given no code. */
  readonly loinc: string;
  /** AAAA-MM-JJ, when known. */
  readonly date?: string;
};

/** The entries that `decided` make, with what `catalogue` says of each item. Items without a code make none. */
export function memoryEntries(catalogue: Catalogue, decided: readonly DecidedItem[], source: string): MemoryEntry[] {
  const rowOf = memoryRows(catalogue);
  return decided
    .filter(({ loinc }) => loinc !== "")
    .map(({ level, code, label, loinc, date }) => ({
      ...statedTexts(rowOf(level, code, label)),
      level,
      code,
      loinc,
      source,
      ...(date === undefined ? {} : { date }),
    }));
}
