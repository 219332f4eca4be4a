/** How chapters and sub-chapters are named: by their codes, or by their labels when they have none. */
import { fold } from "../lexicon/normalise.ts";
import type { ChapterRow } from "./types.ts";

/** Key of the chapter of a LOINC_1 row. */
export function chapterKey(row: ChapterRow): string {
  return row.chapterCode || row.chapterLabel;
}

/** Key of the sub-chapter of a LOINC_1 row; empty when the row names none. */
export function subchapterKey(row: ChapterRow): string {
  return row.subchapterCode || row.subchapterLabel;
}

/**
 * Finds the key that a cell of LOINC_2 means: it may hold a code or a label. `undefined` when LOINC_1 does not have it.
 */
export type ChapterKeys = {
  readonly chapter: (cell: string) => string | undefined;
  readonly subchapter: (chapterCell: string, cell: string) => string | undefined;
};

/** The keys of the chapters in `rows`. Codes are compared as they are, labels without case and accents. */
export function chapterKeys(rows: readonly ChapterRow[]): ChapterKeys {
  const chapters = finder(rows.map((row) => ({ scope: "", key: chapterKey(row), label: row.chapterLabel })));
  const subchapters = finder(
    rows.map((row) => ({ scope: chapterKey(row), key: subchapterKey(row), label: row.subchapterLabel })),
  );
  const chapter = (cell: string): string | undefined => chapters("", cell);
  return { chapter, subchapter: (chapterCell, cell) => subchapters(chapter(chapterCell) ?? "", cell) };
}

type Named = { readonly scope: string; readonly key: string; readonly label: string };

function finder(items: readonly Named[]): (scope: string, cell: string) => string | undefined {
  const byKey = new Set(items.map(({ scope, key }) => `${scope}\t${key}`));
  const byLabel = new Map(items.map(({ scope, key, label }) => [`${scope}\t${fold(label)}`, key]));
  return (scope, cell) => (byKey.has(`${scope}\t${cell}`) ? cell : byLabel.get(`${scope}\t${fold(cell)}`));
}
