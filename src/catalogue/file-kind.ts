/** Which of the three exported files a name or a content is. */
import { fold } from "../lexicon/normalise.ts";
import { readHeader } from "./header.ts";
import type { FileKind } from "./types.ts";

const KINDS: readonly FileKind[] = ["chapters", "exams", "analyses"];

/** What a file name says: one of the three exports, a file that went back to the SGL (`returned`), or nothing. */
export function kindOfName(name: string): FileKind | "returned" | undefined {
  const numbered = numberOf(name);
  if (numbered !== undefined) return KINDS[numbered - 1] ?? "returned";
  const folded = fold(name);
  if (folded.includes("transcodage")) return "returned";
  if (folded.includes("chapitre")) return "chapters";
  if (/demande|examen|prescri/.test(folded)) return "exams";
  if (/resultat|analyse/.test(folded)) return "analyses";
  return undefined;
}

/** The number in a name such as `LOINC_3_export_resultats.csv`, from 1 to 6. */
export function numberOf(name: string): number | undefined {
  const digit = /loinc[\s_-]*([1-6])(?!\d)/i.exec(name)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

export type Appearance = {
  readonly kind: FileKind;
  /** Whether it can be nothing else. */
  readonly sure: boolean;
};

/**
 * What `rows` (header included, blank lines not) look like, `undefined` when they could be anything. `width` is their
 * usual number of cells.
 */
export function kindOfContent(rows: readonly (readonly string[])[], width: number): Appearance | undefined {
  const [first] = rows;
  return first && (kindOfHeader(first) ?? kindOfShape(rows, width));
}

function kindOfHeader(cells: readonly string[]): Appearance | undefined {
  const known = KINDS.map((kind) => ({ kind, known: readHeader(kind, cells)?.known ?? 0 })).sort(
    (a, b) => b.known - a.known,
  );
  const [best, second] = known as [(typeof known)[0], (typeof known)[0]];
  return best.known === second.known ? undefined : { kind: best.kind, sure: true };
}

/**
 * LOINC_2 ends on the code and label of an analysis in its 8th and 9th columns; LOINC_3 is wider; LOINC_1 has four, and
 * repeats its chapters.
 */
function kindOfShape(rows: readonly (readonly string[])[], width: number): Appearance | undefined {
  const pairs = mostlyFilled(rows, 7) && mostlyFilled(rows, 8) && distinct(rows, 7) > rows.length / 2;
  if (width >= 12) return { kind: "analyses", sure: !pairs };
  if (width >= 9) return pairs ? { kind: "exams", sure: true } : { kind: "analyses", sure: width > 9 };
  if (width === 3 || width === 4) {
    const repeats = distinct(rows, 0) < rows.length;
    return repeats || width === 4 ? { kind: "chapters", sure: repeats } : undefined;
  }
  return undefined;
}

function mostlyFilled(rows: readonly (readonly string[])[], column: number): boolean {
  return rows.filter((cells) => (cells[column] ?? "").trim() !== "").length >= rows.length * 0.9;
}

function distinct(rows: readonly (readonly string[])[], column: number): number {
  return new Set(rows.map((cells) => cells[column] ?? "")).size;
}
