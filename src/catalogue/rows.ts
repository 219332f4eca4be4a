/** Records read as the rows of one kind of file; those that lack something mandatory are told and kept out. */
import { COLUMNS, type Column, type RowOf } from "./columns.ts";
import { type Header, readHeader } from "./header.ts";
import { counted, errorAt, grouped, warningAt } from "./problems.ts";
import type { RawRecord } from "./records.ts";
import type { FileKind, Problem } from "./types.ts";

export type ReadRows<K extends FileKind> = {
  readonly header: boolean;
  /** By record; records that are headers or were kept out have none. */
  readonly rows: ReadonlyMap<RawRecord, RowOf[K]>;
  readonly problems: readonly Problem[];
};

/** The rows that `records` (without blank lines) hold when they are a file of `kind`. */
export function readRows<K extends FileKind>(kind: K, records: readonly RawRecord[], file: string): ReadRows<K> {
  const columns: readonly Column[] = COLUMNS[kind];
  const header = records[0] && readHeader(kind, records[0].cells);
  const data = header === undefined ? records : records.slice(1);
  const filled = data.filter((record) => record.cells.some((cell) => cell.trim() !== ""));
  const places = header?.places ?? columns.map((_, i) => i);
  const absent = header === undefined ? [] : missingColumns(columns, header, records[0]!, file);
  const rows = new Map<RawRecord, RowOf[K]>();
  const missing: Problem[] = [];
  for (const record of filled) {
    const lacks = missingFields(columns, places, record, file);
    missing.push(...lacks);
    if (lacks.length === 0 && absent.length === 0) rows.set(record, rowOf(columns, places, record) as RowOf[K]);
  }
  const expected = header === undefined ? columns.length : records[0]!.cells.length;
  const problems = [
    ...absent,
    ...(header === undefined ? [] : unreadColumns(header, records[0]!, file)),
    ...widthProblems(filled, expected, file),
    ...emptyRows(data.length - filled.length, file),
    ...missing,
    ...(filled.length === 0
      ? [errorAt({ file }, "no-rows", "Le fichier ne contient aucune ligne de données : exportez-le de nouveau.")]
      : []),
  ];
  return { header: header !== undefined, rows, problems };
}

function rowOf(
  columns: readonly Column[],
  places: Header["places"],
  record: RawRecord,
): Record<string, string | number> {
  const row: Record<string, string | number> = { line: record.line };
  for (const [i, { field }] of columns.entries()) row[field] = cellAt(record, places[i]);
  return row;
}

function cellAt(record: RawRecord, place: number | undefined): string {
  return place === undefined ? "" : (record.cells[place]?.trim() ?? "");
}

function missingFields(
  columns: readonly Column[],
  places: Header["places"],
  record: RawRecord,
  file: string,
): Problem[] {
  return columns.flatMap((column, i) => {
    const place = places[i];
    if (!column.mandatory || place === undefined || cellAt(record, place) !== "") return [];
    const message = `Le champ obligatoire « ${column.title} » est vide : la ligne n'est pas traitée. Complétez-la dans le SGL.`;
    return [errorAt({ file, line: record.line, column: place + 1 }, "missing-field", message)];
  });
}

function missingColumns(columns: readonly Column[], header: Header, record: RawRecord, file: string): Problem[] {
  const absent = columns.filter((column, i) => column.mandatory && header.places[i] === undefined);
  return absent.map((column) => {
    const message = `La ligne de titres n'a pas de colonne « ${column.title} », qui est obligatoire : ajoutez-la à l'export.`;
    return errorAt({ file, line: record.line }, "missing-column", message);
  });
}

function unreadColumns(header: Header, record: RawRecord, file: string): Problem[] {
  if (header.unread.length === 0) return [];
  const names = header.unread.map((name) => `« ${name.trim()} »`).join(", ");
  const message = `Colonnes qui ne sont pas celles de l'échange, conservées mais non lues : ${names}. Si l'une devait être lue, corrigez son titre.`;
  return [warningAt({ file, line: record.line }, "unread-columns", message)];
}

/** One warning a file for rows with too many cells, and one for rows with too few. */
function widthProblems(records: readonly RawRecord[], expected: number, file: string): Problem[] {
  const wide = records.filter((record) => record.cells.length > expected);
  const narrow = records.filter((record) => record.cells.length < expected);
  const said = (some: readonly RawRecord[]): string => `${counted(some.length, "ligne a", "lignes ont")}`;
  const problems: Problem[] = [];
  if (wide[0] !== undefined) {
    const message = `${said(wide)} plus de ${expected} colonnes (la première : ligne ${wide[0].line}) : ce qui dépasse est conservé mais non lu. Vérifiez qu'aucun libellé ne contient le séparateur.`;
    problems.push(warningAt({ file }, "extra-columns", message));
  }
  if (narrow[0] !== undefined) {
    const message = `${said(narrow)} moins de ${expected} colonnes (la première : ligne ${narrow[0].line}) : les colonnes absentes sont lues comme vides. Vérifiez que l'export est complet.`;
    problems.push(warningAt({ file }, "missing-columns", message));
  }
  return problems;
}

function emptyRows(count: number, file: string): Problem[] {
  if (count === 0) return [];
  return [
    warningAt(
      { file },
      "empty-rows",
      `${counted(count, "ligne ne contient", "lignes ne contiennent")} que des séparateurs : rien n'y est lu, aucun code n'y est rendu.`,
    ),
  ];
}

/** Warnings on cells that open a quote and do not close it. */
export function quoteProblems(records: readonly RawRecord[], file: string): readonly Problem[] {
  const message =
    "Un guillemet ouvre cette cellule sans être refermé : elle est lue telle quelle, guillemet compris. Corrigez le libellé dans le SGL.";
  return grouped(
    records.flatMap((record) =>
      record.unclosed.map((column) => warningAt({ file, line: record.line, column }, "unclosed-quote", message)),
    ),
  );
}
