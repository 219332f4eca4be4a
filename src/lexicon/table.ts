/** A tab-separated table of the lexicon or of the starter: one header line, `#` comments, empty cells at the end left off. */
export type Row<Column extends string> = { readonly line: number } & { readonly [column in Column]: string };

/** Thrown when a table is not as its readers expect: says file, line and what is wrong. A table is part of the program: this is a bug. */
export class TableFault extends Error {
  override readonly name = "TableFault";
}

/** The rows of `text` with the named columns; every named column must be in the header, others are passed over. */
export function readRows<Column extends string>(file: string, text: string, columns: readonly Column[]): Row<Column>[] {
  const rows: Row<Column>[] = [];
  let places: readonly number[] | undefined;
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const cells = line.split("\t");
    if (places === undefined) {
      places = columns.map((column) => cells.indexOf(column));
      const missing = columns.filter((_, k) => places![k] === -1);
      if (missing.length > 0) throw new TableFault(`${file}: no column ${missing.join(", ")}`);
      return;
    }
    const row = Object.fromEntries(columns.map((column, k) => [column, cells[places![k]!]?.trim() ?? ""]));
    rows.push({ line: i + 1, ...row } as Row<Column>);
  });
  return rows;
}

/** The values of a cell that holds several, separated by `|`. */
export function values(cell: string): string[] {
  return cell
    .split("|")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** `Ser=1 | Bld=0.3` as pairs; a value without a weight weighs 1. */
export function weighted(cell: string): [value: string, weight: number][] {
  return values(cell).map((value) => {
    const at = value.lastIndexOf("=");
    return at < 0 ? [value, 1] : [value.slice(0, at).trim(), Number(value.slice(at + 1))];
  });
}
