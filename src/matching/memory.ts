/** Decisions taken earlier, by this laboratory or another: what was decided for a row that states the same. */
import { type Agreement, agreementOf, isExact } from "./agreement.ts";
import type { Engine } from "./candidates.ts";
import type { Level, Row } from "./row.ts";
import { readStated, type Stated, type StatedTexts, statedTexts } from "./stated.ts";

/** One decision: what the row stated, the code that it was given, and where that is written. */
export type MemoryEntry = Pick<StatedTexts, "label" | "unit" | "specimen" | "method"> &
  Partial<StatedTexts> & {
    readonly level: Level;
    /** Local code; two rows of one file that state the same are told apart by it. */
    readonly code?: string;
    readonly loinc: string;
    /** File that holds the decision. */
    readonly source: string;
    /** AAAA-MM-JJ, when known. */
    readonly date?: string;
  };

type Known = { readonly entry: MemoryEntry; readonly stated: Stated };

/** Entries by level and label, ready to be asked. */
export type Memory = {
  readonly engine: Pick<Engine, "binding" | "read">;
  readonly byLabel: ReadonlyMap<string, readonly Known[]>;
};

/** `exact`: label, unit, specimen and what else is stated agree; `partial`: something is stated on one side only, or in another way. */
export type Recalled = {
  readonly loinc: string;
  readonly agreement: "exact" | "partial";
  /** How the first of `entries` agrees. */
  readonly parts: Agreement;
  readonly entries: readonly MemoryEntry[];
};

/** The memory of `entries`, read with the lexicon of `engine`. Entries without a code are left out: a table does not say whether that was decided. */
export function buildMemory(engine: Pick<Engine, "binding" | "read">, entries: readonly MemoryEntry[]): Memory {
  const byLabel = new Map<string, Known[]>();
  for (const entry of entries) {
    if (entry.loinc === "") continue;
    const stated = readStated(engine, { synonym: "", property: "", time: "", scale: "", ...entry });
    for (const label of new Set([stated.label, stated.synonym])) {
      if (label === "") continue;
      const key = `${entry.level}\t${label}`;
      const list = byLabel.get(key);
      if (list === undefined) byLabel.set(key, [{ entry, stated }]);
      else list.push({ entry, stated });
    }
  }
  return { engine, byLabel };
}

/**
 * The codes that `memory` holds for `row`, each once: those of rows that agree exactly, else those that agree in part.
 * Those that most entries give come first; more than one means that the decisions disagree.
 */
export function recall({ engine, byLabel }: Memory, row: Row): Recalled[] {
  if (byLabel.size === 0) return [];
  const stated = readStated(engine, statedTexts(row));
  const known = new Set([stated.label, stated.synonym].flatMap((label) => byLabel.get(`${row.level}\t${label}`) ?? []));
  const found: Found[] = [];
  for (const { entry, stated: other } of known) {
    const parts = agreementOf(stated, other);
    if (parts !== undefined) found.push({ entry, parts });
  }
  const exact = found.filter(({ parts }) => isExact(parts));
  const agreement = exact.length > 0 ? "exact" : "partial";
  const codes = new Map<string, Found[]>();
  for (const one of ownCodes(exact.length > 0 ? exact : found, row.code)) {
    codes.set(one.entry.loinc, [...(codes.get(one.entry.loinc) ?? []), one]);
  }
  return [...codes]
    .map(
      ([loinc, list]) =>
        ({ loinc, agreement, parts: list[0]!.parts, entries: list.map(({ entry }) => entry) }) as const,
    )
    .sort((a, b) => b.entries.length - a.entries.length);
}

type Found = { readonly entry: MemoryEntry; readonly parts: Agreement };

/** Of a file in which one row has the very local code, that row alone. */
function ownCodes(found: readonly Found[], code: string): Found[] {
  const own = new Set(found.filter(({ entry }) => entry.code === code).map(({ entry }) => entry.source));
  return found.filter(({ entry }) => !own.has(entry.source) || entry.code === code);
}
