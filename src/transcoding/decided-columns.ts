/** Where a transcoding table holds its LOINC codes: beside the laboratory's own cells, usually after them. */
import { COLUMNS } from "../catalogue/columns.ts";
import type { RawRecord } from "../catalogue/records.ts";
import type { FileKind } from "../catalogue/types.ts";
import { fold } from "../lexicon/normalise.ts";
import { isLoincCode } from "../loinc/code.ts";

/** A code and its label, counted from the end of a record: 1 is its last cell. */
type Pair = { readonly code: number; readonly name: number | undefined };

export type DecidedColumns = {
  /** One pair for exams and analyses; for chapters those of the chapter and of the sub-chapter. */
  readonly pairs: readonly Pair[];
  /** Usual number of cells of a record. */
  readonly width: number;
};

/**
 * The columns of `records` (header included) that hold codes: those that the header calls LOINC codes, else the last
 * ones, as the exchange has it, else those that hold most LOINC codes. `undefined` when there are none.
 */
export function decidedColumns(
  kind: FileKind,
  records: readonly RawRecord[],
  width: number,
): DecidedColumns | undefined {
  const pairs = headedPairs(records[0]?.cells ?? []) ?? lastPairs(kind, records, width) ?? fullestPairs(kind, records);
  return pairs && { pairs, width };
}

function headedPairs(heading: readonly string[]): Pair[] | undefined {
  const words = heading.map((cell) => fold(cell).split(/[^a-z0-9]+/));
  const isName = (place: number): boolean => words[place]!.some((word) => /^(lib|libelle|nom|label|name)$/.test(word));
  const loinc = words.flatMap((cell, place) => (cell.includes("loinc") ? [place] : []));
  const codes = loinc.filter((place) => !isName(place));
  if (codes.length === 0) return undefined;
  return codes.slice(0, 2).map((place, i) => {
    const name = loinc.find((other) => isName(other) && other > place && other < (codes[i + 1] ?? heading.length));
    return { code: heading.length - place, name: name === undefined ? undefined : heading.length - name };
  });
}

const ADDED: { readonly [kind in FileKind]: number } = { chapters: 4, exams: 2, analyses: 2 };

function lastPairs(kind: FileKind, records: readonly RawRecord[], width: number): Pair[] | undefined {
  const pairs: Pair[] = [];
  for (let code = ADDED[kind]; code > 0; code -= 2) pairs.push({ code, name: code - 1 });
  const known = records.some((record) => pairs.some(({ code }) => isLoincCode(cellFromEnd(record, code))));
  return known || (width >= COLUMNS[kind].length + ADDED[kind] && codesByPlace(records).size === 0) ? pairs : undefined;
}

function fullestPairs(kind: FileKind, records: readonly RawRecord[]): Pair[] | undefined {
  const counts = [...codesByPlace(records)].sort(([a, countA], [b, countB]) => countB - countA || b - a);
  if (counts.length === 0) return undefined;
  const places = counts.slice(0, ADDED[kind] / 2).map(([place]) => place);
  return places.sort((a, b) => b - a).map((code) => ({ code, name: code > 1 ? code - 1 : undefined }));
}

/** How many LOINC codes stand in each place from the end. */
function codesByPlace(records: readonly RawRecord[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { cells } of records) {
    for (const [i, cell] of cells.entries()) {
      const place = cells.length - i;
      if (isLoincCode(cell.trim())) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}

function cellFromEnd({ cells }: RawRecord, place: number): string {
  return cells.at(-place)?.trim() ?? "";
}

/** A record parted into what the laboratory wrote and what was decided. */
export type Parted = {
  readonly record: RawRecord;
  /** Code, label and column (from 1) of the code, for each pair. */
  readonly decided: readonly { readonly code: string; readonly name: string; readonly column: number }[];
};

/**
 * `record` without its decided cells, and these. They are counted from its end, or from its start when a spreadsheet
 * has cut its empty last cells or a person wrote beside them.
 */
export function partRecord(record: RawRecord, { pairs, width }: DecidedColumns): Parted {
  const { cells } = record;
  const base = countedFromStart(record, pairs, width) ? width : cells.length;
  const at = (place: number | undefined): string => (place === undefined ? "" : (cells[base - place]?.trim() ?? ""));
  const taken = new Set(pairs.flatMap(({ code, name }) => [base - code, name === undefined ? -1 : base - name]));
  return {
    record: { ...record, cells: cells.filter((_, i) => !taken.has(i)) },
    decided: pairs.map(({ code, name }) => ({ code: at(code), name: at(name), column: base - code + 1 })),
  };
}

function countedFromStart(record: RawRecord, pairs: readonly Pair[], width: number): boolean {
  const { cells } = record;
  if (cells.length === width || pairs.some(({ code }) => isLoincCode(cellFromEnd(record, code)))) return false;
  if (cells.length > width) return pairs.some(({ code }) => isLoincCode(cells[width - code]?.trim() ?? ""));
  return pairs.some(({ code, name = code }) => cellFromEnd(record, code) !== "" || cellFromEnd(record, name) !== "");
}
