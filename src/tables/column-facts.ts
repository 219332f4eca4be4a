/** What the cells of a column look like. */

/** Whether a cell is a unit or a specimen, as the lexicon knows them. */
export type Readers = { readonly isUnit: (cell: string) => boolean; readonly isSpecimen: (cell: string) => boolean };

export type ColumnFacts = {
  readonly place: number;
  /** Of the filled cells, 0 to 1, how many may be each field. */
  readonly share: { readonly [field in "loinc" | "unit" | "specimen" | "label" | "code"]: number };
};

const SAMPLE = 500;

/** The facts of the first `width` columns, from the first 500 rows. A column with few filled cells is no label and no code. */
export function columnFacts(
  rows: readonly (readonly string[])[],
  width: number,
  { isUnit, isSpecimen }: Readers,
): ColumnFacts[] {
  const sample = rows.slice(0, SAMPLE);
  return Array.from({ length: width }, (_, place) => {
    const cells = sample.map((row) => row[place]?.trim() ?? "").filter((cell) => cell !== "");
    const of = (test: (cell: string) => boolean): number =>
      cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
    const full = cells.length > 0.8 * sample.length ? 1 : 0;
    const distinct = cells.length === 0 ? 0 : new Set(cells).size / cells.length;
    const letters = cells.reduce((sum, cell) => sum + (cell.match(/\p{L}/gu)?.length ?? 0), 0) / (cells.length || 1);
    return {
      place,
      share: {
        loinc: of((cell) => /^(loinc:\s*)?\d{1,7}-\d$/i.test(cell)),
        unit: of(isUnit),
        specimen: of(isSpecimen),
        // the wordiest of columns whose cells differ
        label: full * distinct * Math.min(1, 0.45 + letters / 60),
        code: full * distinct * of((cell) => /^[\p{L}\p{N}._/-]{1,20}$/u.test(cell)),
      },
    };
  });
}
