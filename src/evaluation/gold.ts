/** Gold codings: `gold.tsv` beside a catalogue, one line an item. */
import { type Row, readRows, values } from "../lexicon/table.ts";
import type { Level } from "../matching/row.ts";

export type GoldItem = {
  readonly level: Level;
  readonly code: string;
  /** Empty when the right answer is no code. */
  readonly loinc: string;
  /** Codes that are right: the best one first, then those that are acceptable. */
  readonly accepted: readonly string[];
  readonly certainty: string;
};

const COLUMNS = ["level", "local_code", "loinc", "acceptable", "certainty"] as const;

/** The items of a gold.tsv. */
export function readGold(text: string): GoldItem[] {
  return readRows("gold.tsv", text, COLUMNS).map((row: Row<(typeof COLUMNS)[number]>) => ({
    level: row.level as Level,
    code: row.local_code,
    loinc: row.loinc,
    accepted: row.loinc === "" ? [] : [row.loinc, ...values(row.acceptable)],
    certainty: row.certainty,
  }));
}
