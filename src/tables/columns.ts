/** Which column of a table is which field: as a person says, else by the headings, else by what the columns hold. */
import { errorAt, warningAt } from "../catalogue/problems.ts";
import type { Problem } from "../catalogue/types.ts";
import { fold } from "../lexicon/normalise.ts";
import { columnFacts, type Readers } from "./column-facts.ts";
import { FIELD_TITLES, FIELDS, type Field, fieldsNamed } from "./fields.ts";

/** A heading, the number of a column from 1, or its letters in a spreadsheet. */
export type ChosenColumns = { readonly [field in Field]?: string };

export type Columns = {
  readonly places: ReadonlyMap<Field, number>;
  /** Whether the first row names the columns. */
  readonly header: boolean;
  readonly problems: readonly Problem[];
};

/** The columns of `rows` (cells, blank lines left out). Without a column of LOINC codes, or one of labels or local codes, there is an error. */
export function findColumns(
  rows: readonly (readonly string[])[],
  chosen: ChosenColumns,
  readers: Readers,
  file: string,
): Columns {
  const first = rows[0] ?? [];
  const header = isHeader(rows, chosen);
  const places = new Map<Field, number>();
  const problems: Problem[] = [];
  for (const field of FIELDS) {
    const wanted = chosen[field];
    if (wanted === undefined) continue;
    const place = placeOf(wanted, header ? first : [], width(rows));
    if (place === undefined) problems.push(noSuchColumn(field, wanted, header ? first : [], file));
    else places.set(field, place);
  }
  if (header) byHeadings(first, places);
  byContent(header ? rows.slice(1) : rows, places, readers);
  if (!places.has("loinc")) {
    const message =
      "Aucune colonne de codes LOINC n'a été trouvée : dites laquelle avec --loinc (son titre, sa lettre ou son numéro).";
    problems.push(errorAt({ file }, "no-loinc-column", message));
  }
  if (!places.has("label") && !places.has("code")) {
    const message =
      "Aucune colonne de libellés n'a été trouvée : dites laquelle avec --label (son titre, sa lettre ou son numéro).";
    problems.push(errorAt({ file }, "no-label-column", message));
  } else if (!places.has("label")) {
    const message =
      "Aucune colonne de libellés n'a été trouvée : seuls les codes LOINC eux-mêmes sont vérifiés. Donnez --label.";
    problems.push(warningAt({ file }, "codes-without-labels", message));
  }
  return { places, header, problems };
}

/** A first row of which two cells name fields, or one is a title that a person gave, or that has words where the others have codes. */
function isHeader(rows: readonly (readonly string[])[], chosen: ChosenColumns): boolean {
  const [first = [], ...others] = rows;
  if (first.some((cell) => LOINC.test(cell.trim()))) return false;
  const titles = new Set(Object.values(chosen).map((title) => fold(title.trim())));
  if (first.some((cell) => titles.has(fold(cell.trim())))) return true;
  if (first.filter((cell) => fieldsNamed(cell).size > 0).length >= 2) return true;
  return first.some(
    (cell, place) => /^\D+$/.test(cell.trim()) && others.some((cells) => LOINC.test(cells[place]?.trim() ?? "")),
  );
}

const LOINC = /^\d{1,7}-\d$/;

function width(rows: readonly (readonly string[])[]): number {
  return rows.reduce((most, cells) => Math.max(most, cells.length), 0);
}

function placeOf(wanted: string, headings: readonly string[], count: number): number | undefined {
  const exact = headings.findIndex((heading) => fold(heading.trim()) === fold(wanted.trim()));
  if (exact >= 0) return exact;
  const number = /^\d{1,4}$/.test(wanted) ? Number(wanted) - 1 : /^[a-z]{1,2}$/i.test(wanted) ? letters(wanted) : -1;
  return number >= 0 && number < count ? number : undefined;
}

/** `A` → 0, `AA` → 26. */
function letters(text: string): number {
  return [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function noSuchColumn(field: Field, wanted: string, headings: readonly string[], file: string): Problem {
  const known =
    headings.length === 0 ? "le fichier n'a pas de ligne de titres" : `ses titres sont : ${headings.join(", ")}`;
  const message = `Il n'y a pas de colonne « ${wanted} » (${FIELD_TITLES[field]}) : ${known}.`;
  return errorAt({ file }, "no-such-column", message);
}

/** Each field goes to the heading that names it best; a heading names one field. */
function byHeadings(headings: readonly string[], places: Map<Field, number>): void {
  const offers = headings.flatMap((heading, place) =>
    [...fieldsNamed(heading)].map(([field, words]) => ({ field, place, words })),
  );
  const taken = new Set(places.values());
  for (const { field, place } of offers.sort((a, b) => b.words - a.words || a.place - b.place)) {
    if (places.has(field) || taken.has(place)) continue;
    places.set(field, place);
    taken.add(place);
  }
}

/** What is still missing is looked for in the cells: codes by their shape, units and specimens by the lexicon, labels by their words. */
function byContent(rows: readonly (readonly string[])[], places: Map<Field, number>, readers: Readers): void {
  const taken = new Set(places.values());
  const facts = columnFacts(rows, width(rows), readers);
  for (const field of ["loinc", "unit", "specimen", "label", "code"] as const) {
    if (places.has(field)) continue;
    const [best] = facts
      .filter(({ place, share }) => !taken.has(place) && share[field] >= ENOUGH[field])
      .sort((a, b) => b.share[field] - a.share[field] || a.place - b.place);
    if (best === undefined) continue;
    places.set(field, best.place);
    taken.add(best.place);
  }
}

/** Of the filled cells of a column, how many must look like the field. */
const ENOUGH = { loinc: 0.5, unit: 0.6, specimen: 0.6, label: 0.5, code: 0.6 } as const;
