import type { Readable } from "node:stream";
import { isLoincCode } from "./code.ts";
import { namedRows, type TableShape } from "./named-rows.ts";

/** What LOINC says to use instead of a code. */
export type Replacement = {
  readonly code: string;
  /** When to use it, in English; empty when it always replaces. */
  readonly comment: string;
};

/** By code; several when the comment tells when to use which. */
export type Replacements = ReadonlyMap<string, readonly Replacement[]>;

/** MapTo.csv of the official archive. */
export const MAP_TO_TABLE: TableShape = { what: "une table MapTo", required: ["LOINC", "MAP_TO", "COMMENT"] };

/** The replacements that MapTo.csv holds. `onBadCode` is told the line of each row that has no two LOINC codes. */
export async function readMapTo(stream: Readable, onBadCode: (line: number) => void): Promise<Replacements> {
  const replacements = new Map<string, Replacement[]>();
  for await (const { line, cells } of namedRows(stream, MAP_TO_TABLE)) {
    const [from, code, comment] = ["LOINC", "MAP_TO", "COMMENT"].map((name) => cells[name]?.trim() ?? "");
    if (!isLoincCode(from!) || !isLoincCode(code!)) onBadCode(line);
    else replacements.set(from!, [...(replacements.get(from!) ?? []), { code: code!, comment: comment! }]);
  }
  return replacements;
}
