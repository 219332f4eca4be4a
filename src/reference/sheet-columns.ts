/** Finds the columns of a sheet by their names: layouts vary from one publication to the next. */
import { isLoincCode } from "../loinc/code.ts";
import { plain } from "../loinc/plain.ts";
import type { Sheet } from "./sheets.ts";

export type Headed = {
  readonly sheet: Sheet;
  /** Words of each heading, in lower case without accents, separated by single spaces. */
  readonly headings: readonly string[];
  /** Index of the first row under the headings. */
  readonly from: number;
};

/** Titles and notes may stand above the headings. */
const SEARCHED = 25;

/** `sheet` with its heading row: the first one that has a column of LOINC codes; `undefined` when none has. */
export function headed(sheet: Sheet): Headed | undefined {
  for (let row = 0; row < Math.min(SEARCHED, sheet.rows.length); row++) {
    const headings = sheet.rows[row]!.map(wordsOf);
    const found = { sheet, headings, from: row + 1 };
    if (headings.filter((heading) => heading !== "").length > 0 && codeColumns(found).length > 0) return found;
  }
  return undefined;
}

/** `code_loinc` and `Code LOINC` are both `code loinc`. */
export function wordsOf(heading: string): string {
  return plain(heading.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The first column whose heading matches the first of `patterns` that any matches; `undefined` when none does. */
export function columnNamed({ headings }: Headed, ...patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const place = headings.findIndex((heading) => pattern.test(heading));
    if (place >= 0) return place;
  }
  return undefined;
}

const LABEL = /\b(libelle|label|nom|name|designation|intitule|version)s?\b/;

/** The columns whose headings say LOINC codes, or codes alone, and which hold them; in order. */
export function codeColumns(table: Headed): number[] {
  const named = (pattern: RegExp): number[] =>
    table.headings.flatMap((heading, place) =>
      pattern.test(heading) && !LABEL.test(heading) && holdsCodes(table, place) ? [place] : [],
    );
  const loinc = named(/\bloinc\b/);
  return loinc.length > 0 ? loinc : named(/^(code|codes|concept|identifiant)\b/);
}

/** Most of the first filled cells are LOINC codes. */
function holdsCodes({ sheet, from }: Headed, place: number): boolean {
  const cells = sheet.rows
    .slice(from, from + 200)
    .map((row) => row[place] ?? "")
    .filter((cell) => cell !== "");
  return cells.filter(isLoincCode).length > cells.length / 2;
}
