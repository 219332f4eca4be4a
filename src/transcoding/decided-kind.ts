/** Which of LOINC_4, LOINC_5 and LOINC_6 a file is. */
import { kindOfContent, numberOf } from "../catalogue/file-kind.ts";
import type { RawRecord } from "../catalogue/records.ts";
import type { FileKind } from "../catalogue/types.ts";
import { fold } from "../lexicon/normalise.ts";
import { decidedColumns, partRecord } from "./decided-columns.ts";

const KINDS: readonly FileKind[] = ["chapters", "exams", "analyses"];

/**
 * The kind that the number in `name` says (LOINC_6 is called "demandes" by the exchange, so words come last), else what
 * is left of `records` without their codes, else the words of the name; `undefined` when nothing tells.
 */
export function decidedKind(name: string, records: readonly RawRecord[], width: number): FileKind | undefined {
  const number = numberOf(name);
  if (number !== undefined) return KINDS[(number - 1) % 3];
  return KINDS.find((kind) => looksLike(kind, records, width)) ?? kindOfWords(fold(name));
}

function looksLike(kind: FileKind, records: readonly RawRecord[], width: number): boolean {
  const columns = decidedColumns(kind, records, width);
  if (columns === undefined) return false;
  const rows = records.map((record) => partRecord(record, columns).record.cells);
  return kindOfContent(rows, Math.max(0, ...rows.map((row) => row.length)))?.kind === kind;
}

function kindOfWords(name: string): FileKind | undefined {
  if (name.includes("chapitre")) return "chapters";
  if (/resultat|analyse/.test(name)) return "analyses";
  return /demande|examen|prescri/.test(name) ? "exams" : undefined;
}
