/** The value set *LOINC Biologie FR* and its alignment with the NABM, as sheets. */
import { isLoincCode } from "../loinc/code.ts";
import { errorAt, grouped, type Problem, warningAt } from "../loinc/problem.ts";
import type { NabmAlignment } from "./companions.ts";
import { type FrenchNames, type FrenchNamesBuilder, frenchNamesBuilder } from "./french-names.ts";
import { codeColumns, columnNamed, type Headed } from "./sheet-columns.ts";

/** True for a sheet that gives French components or official labels. */
export function holdsFrenchNames(table: Headed): boolean {
  return (
    columnNamed(table, /\b(composant|component) (francais|fr)\b/, /\blibelle francais\b/) !== undefined &&
    !holdsNabm(table)
  );
}

/** True for a sheet that aligns acts with codes. */
export function holdsNabm(table: Headed): boolean {
  return columnNamed(table, NABM_CODE) !== undefined;
}

const NABM_CODE = /\bcode\b.*\bnabm\b|^nabm( code)?$/;

/** The names in `table`, and what is wrong with its rows; `latest` is the last date of validation, empty when none is given. */
export function readFrenchNames(table: Headed): {
  readonly names: FrenchNames;
  readonly latest: string;
  readonly problems: readonly Problem[];
} {
  const place = {
    label: columnNamed(table, /\blibelle francais\b/, /\blibelle\b.*\b(fr|ref)\b/, /\blibelle\b/),
    component: columnNamed(table, /\b(composant|component) (francais|fr)\b/),
    synonyms: columnNamed(table, /\bsynonyme?s?\b/),
    property: columnNamed(table, /\bgrandeur\b/),
    time: columnNamed(table, /\b(temps|temporalite)\b/),
    system: columnNamed(table, /\bmilieu\b/),
    scale: columnNamed(table, /\bechelle\b/),
    method: columnNamed(table, /\b(technique|methode)\b/),
  };
  const dates = columnNamed(table, /\bdate\b.*\bvalidation\b/, /\bdate\b/);
  const builder = frenchNamesBuilder();
  let latest = "";
  const problems = eachCode(table, codeColumns(table)[0]!, (code, row) => {
    const cells = Object.entries(place).map(([column, at]) => [column, at === undefined ? "" : (row[at] ?? "")]);
    builder.add({ ...Object.fromEntries(cells), code } as Parameters<FrenchNamesBuilder["add"]>[0]);
    const date = isoDate(dates === undefined ? "" : (row[dates] ?? ""));
    if (date > latest) latest = date;
  });
  return { names: builder.build(), latest, problems };
}

/** `30/06/2026` and `2026-06-30` as the latter; empty for anything else. */
function isoDate(text: string): string {
  const french = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(text);
  if (french !== null) return `${french[3]}-${french[2]}-${french[1]}`;
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? "";
}

/** The alignment in `table`, and what is wrong with its rows. */
export function readNabm(table: Headed): { readonly nabm: NabmAlignment; readonly problems: readonly Problem[] } {
  const acts = columnNamed(table, NABM_CODE)!;
  const nabm = new Map<string, Set<string>>();
  const wrong: Problem[] = [];
  const problems = eachCode(table, codeColumns(table)[0]!, (code, row, line) => {
    const act = (row[acts] ?? "").padStart(4, "0");
    if (/^\d{4}$/.test(act)) nabm.set(act, (nabm.get(act) ?? new Set()).add(code));
    else
      wrong.push(
        warningAt(
          { file: table.sheet.place, line, column: acts + 1 },
          "no-nabm-act",
          `« ${row[acts] ?? ""} » n'est pas un acte de la NABM (quatre chiffres) : la ligne est passée.`,
        ),
      );
  });
  return {
    nabm: new Map([...nabm].map(([act, codes]) => [act, [...codes]])),
    problems: [...problems, ...grouped(wrong)],
  };
}

/** Tells each row with a LOINC code in `column`; the problems of those that hold something else, or no row at all. */
export function eachCode(
  table: Headed,
  column: number,
  tell: (code: string, row: readonly string[], line: number) => void,
): Problem[] {
  const { sheet, from } = table;
  const wrong: Problem[] = [];
  let told = 0;
  for (let i = from; i < sheet.rows.length; i++) {
    const row = sheet.rows[i]!;
    const code = row[column] ?? "";
    if (isLoincCode(code)) {
      tell(code, row, i + 1);
      told++;
    } else if (row.some((cell) => cell !== "")) {
      const message =
        code === ""
          ? "Cette ligne n'a pas de code LOINC : elle est passée."
          : `« ${code} » n'est pas un code LOINC (clé de contrôle) : la ligne est passée. Un tableur l'a peut-être changé : téléchargez de nouveau le fichier.`;
      wrong.push(warningAt({ file: sheet.place, line: i + 1, column: column + 1 }, "no-loinc-code", message));
    }
  }
  if (told > 0) return [...grouped(wrong)];
  return [
    errorAt({ file: sheet.place }, "no-codes", "Aucune ligne n'a de code LOINC : téléchargez de nouveau le fichier."),
  ];
}
