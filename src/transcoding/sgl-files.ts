/** LOINC_4, LOINC_5 and LOINC_6: the laboratory's own bytes, in order, with cells after each record. */
import { COLUMNS } from "../catalogue/columns.ts";
import { BOM, encode } from "../catalogue/encoding.ts";
import { counted, warningAt } from "../catalogue/problems.ts";
import type { SourceFile, SourceRecord } from "../catalogue/source-file.ts";
import type { FileKind, Problem } from "../catalogue/types.ts";
import { NAME_PATTERNS, type NamePatterns, sglFileName } from "./sgl-names.ts";
import { spellIn } from "./sgl-spelling.ts";

export type SglOptions = {
  /** Date of the table, `2026-11-30` or `20261130`: it stands in the file names. */
  readonly date: string;
  /** File names; those of the Ségur exchange for kinds that are left out. */
  readonly names?: Partial<NamePatterns>;
  /**
   * Whether records that lack trailing columns get empty ones, so that the codes of all records stand in one column.
   * True unless said otherwise; when false, codes follow right after the record's last cell.
   */
  readonly pad?: boolean;
};

/** A run of bytes that the input does not have. */
type Span = { readonly start: number; readonly length: number };

export type SglFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** All that was added, in order. Without it the bytes are those of the input. */
  readonly appended: readonly Span[];
  readonly problems: readonly Problem[];
};

const HEADINGS: { readonly [kind in FileKind]: readonly string[] } = {
  chapters: [
    "Code LOINC chapitre",
    "Libellé LOINC chapitre",
    "Code LOINC sous-chapitre",
    "Libellé LOINC sous-chapitre",
  ],
  exams: ["Code LOINC", "Libellé LOINC"],
  analyses: ["Code LOINC", "Libellé LOINC"],
};

/**
 * The file that goes back for `source`. `cellsOf` gives the cells to write after a row (see `sglCells`); what it leaves
 * out is empty. The added cells have the separator, encoding and quotes of the input; blank lines stay blank. Warns on
 * characters that the encoding lacks.
 */
export function sglFile(
  source: SourceFile,
  cellsOf: (record: SourceRecord) => readonly string[],
  options: SglOptions,
): SglFile {
  const { date, names = {}, pad = true } = options;
  const name = sglFileName(names[source.kind] ?? NAME_PATTERNS[source.kind], date);
  const headings = HEADINGS[source.kind];
  const width = pad ? Math.max(COLUMNS[source.kind].length, source.width) : 0;
  const respellings = new Map<string, Respelt>();

  const addition = (record: SourceRecord): Uint8Array => {
    const cells = record.role === "header" ? headings : cellsOf(record);
    const written = headings.map((_, i) => {
      const { text, respelled } = spellIn(cells[i] ?? "", source.encoding);
      for (const { character, spelling } of respelled) note(respellings, character, spelling, record.line);
      return quote(text, source);
    });
    const padding = source.separator.repeat(Math.max(0, width - record.cells.length));
    return encode(padding + written.map((cell) => source.separator + cell).join(""), source.encoding);
  };

  const chunks: Uint8Array[] = source.bom ? [BOM] : [];
  const appended: Span[] = [];
  let length = source.bom ? BOM.length : 0;
  for (const record of source.records) {
    const added = record.role === "blank" ? new Uint8Array() : addition(record);
    if (added.length > 0) appended.push({ start: length + record.bytes.length, length: added.length });
    chunks.push(record.bytes, added, Buffer.from(record.lineEnd, "latin1"));
    length += record.bytes.length + added.length + record.lineEnd.length;
  }
  return {
    name,
    bytes: Buffer.concat(chunks, length),
    appended,
    problems: respellingProblems(respellings, source, name),
  };
}

/** The bytes of the input that `file` was made from. */
export function removeAppended(file: Pick<SglFile, "bytes" | "appended">): Uint8Array {
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const { start, length } of file.appended) {
    kept.push(file.bytes.subarray(at, start));
    at = start + length;
  }
  kept.push(file.bytes.subarray(at));
  return Buffer.concat(kept);
}

function quote(cell: string, { quoting, separator }: SourceFile): string {
  const needed = quoting === "all" || cell.includes(separator) || /["\r\n]/.test(cell);
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}

type Respelt = { readonly spelling: string; readonly line: number; readonly count: number };

function note(respellings: Map<string, Respelt>, character: string, spelling: string, line: number): void {
  const before = respellings.get(character);
  respellings.set(character, { spelling, line: before?.line ?? line, count: (before?.count ?? 0) + 1 });
}

function respellingProblems(respellings: ReadonlyMap<string, Respelt>, source: SourceFile, file: string): Problem[] {
  return [...respellings].map(([character, { spelling, line, count }]) => {
    const message = `Le caractère « ${character} » n'existe pas dans l'encodage du fichier (${source.encoding}) : il est écrit « ${spelling} » (${counted(count, "fois", "fois")}). Un export en UTF-8 le garderait.`;
    return warningAt({ file, line }, "respelled-character", message);
  });
}
