/** Records read as the rows of one kind of file; those that lack something mandatory are told and kept out. */
import { COLUMNS, type Column, type RowOf } from "./columns.ts";
import { type Header, readHeader } from "./header.ts";
import { counted, errorAt, grouped, warningAt } from "./problems.ts";
import type { RawRecord } from "./records.ts";
import type { FileKind, Problem } from "./types.ts";

/** What a person said of the rows of a file; what is left out is guessed. */
export type ChosenReading = {
  /** Whether the first row names the columns. */
  readonly header?: boolean;
  /** The cell of each field, from 0; a field that is left out is not in the file. */
  readonly columns?: { readonly [field: string]: number };
};

export type ReadRows<K extends FileKind> = {
  readonly header: boolean;
  /** What each cell of a row is read as; `undefined`: nothing. */
  readonly fields: readonly (string | undefined)[];
  /** By record; records that are headers or were kept out have none. */
  readonly rows: ReadonlyMap<RawRecord, RowOf[K]>;
  readonly problems: readonly Problem[];
};

/** The rows that `records` (without blank lines) hold when they are a file of `kind`. */
export function readRows<K extends FileKind>(
  kind: K,
  records: readonly RawRecord[],
  file: string,
  reading: ChosenReading = {},
): ReadRows<K> {
  const columns: readonly Column[] = COLUMNS[kind];
  const header = records[0] && headerOf(kind, columns, records[0], reading);
  const data = header === undefined ? records : records.slice(1);
  const filled = data.filter((record) => record.cells.some((cell) => cell.trim() !== ""));
  const places = header?.places ?? chosenPlaces(columns, reading) ?? columns.map((_, i) => i);
  const said = header !== undefined || reading.columns !== undefined;
  const absent = said && records[0] ? missingColumns(columns, places, reading, records[0], file) : [];
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
  const fields = Array.from({ length: expected }, (_, place) => columns[places.indexOf(place)]?.field);
  return { header: header !== undefined, fields, rows, problems };
}

/** The header, known by its words unless a person said whether there is one and what it names. */
function headerOf(
  kind: FileKind,
  columns: readonly Column[],
  record: RawRecord,
  reading: ChosenReading,
): Header | undefined {
  if (reading.header === false) return undefined;
  const read = readHeader(kind, record.cells);
  const places = chosenPlaces(columns, reading);
  if (places === undefined && reading.header === undefined) return read;
  if (read === undefined && reading.header === undefined) return undefined;
  const taken = places ?? read?.places ?? columns.map((_, i) => (i < record.cells.length ? i : undefined));
  const unread = record.cells.filter((cell, i) => cell.trim() !== "" && !taken.includes(i));
  return { places: taken, known: read?.known ?? 0, unread };
}

function chosenPlaces(columns: readonly Column[], reading: ChosenReading): Header["places"] | undefined {
  return reading.columns && columns.map(({ field }) => reading.columns![field]);
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

function missingColumns(
  columns: readonly Column[],
  places: Header["places"],
  reading: ChosenReading,
  record: RawRecord,
  file: string,
): Problem[] {
  const absent = columns.filter((column, i) => column.mandatory && places[i] === undefined);
  return absent.map((column) => {
    if (reading.columns !== undefined) {
      const message = `Aucune colonne n'a été choisie pour « ${column.title} », qui est obligatoire : choisissez-la.`;
      return errorAt({ file }, "missing-column", message);
    }
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
