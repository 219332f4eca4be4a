/**
 * The columns of the three exported files: their order, which must be filled, and the words by which header rows name
 * them.
 */
import type { AnalysisRow, ChapterRow, ExamRow, FileKind } from "./types.ts";

export type RowOf = { readonly chapters: ChapterRow; readonly exams: ExamRow; readonly analyses: AnalysisRow };

type Field<K extends FileKind> = Exclude<keyof RowOf[K] & string, "line">;

export type Column<F extends string = string> = {
  readonly field: F;
  /** In French, for messages. */
  readonly title: string;
  readonly mandatory: boolean;
  /** Ways to name it: the words that `header.ts` makes of spellings. */
  readonly names: readonly string[];
};

type Columns = { readonly [K in FileKind]: readonly Column<Field<K>>[] };

/** The columns of each kind of file, in their order. */
export const COLUMNS: Columns = {
  chapters: [
    optional("chapterCode", "code chapitre", ["code chapitre", "chapitre", "code"]),
    mandatory("chapterLabel", "libellé chapitre", ["libelle chapitre", "libelle"]),
    optional("subchapterCode", "code sous-chapitre", ["code sous chapitre", "sous chapitre"]),
    optional("subchapterLabel", "libellé sous-chapitre", ["libelle sous chapitre"]),
  ],
  exams: [
    mandatory("examCode", "code examen", ["code examen", "code"]),
    mandatory("examLabel", "libellé examen", ["libelle examen", "libelle", "examen"]),
    optional("synonym", "synonyme", ["synonyme"]),
    optional("chapterCode", "code chapitre", ["code chapitre", "chapitre"]),
    optional("subchapterCode", "code sous-chapitre", ["code sous chapitre", "sous chapitre"]),
    optional("specimen", "milieu ou nature d'échantillon", ["milieu", "libelle milieu"]),
    optional("nabm", "codes NABM ou mention HN", ["nabm"]),
    mandatory("analysisCode", "code analyse", ["code analyse"]),
    mandatory("analysisLabel", "libellé analyse", ["libelle analyse", "analyse"]),
  ],
  analyses: [
    mandatory("code", "code analyse", ["code analyse", "code"]),
    mandatory("label", "libellé analyse", ["libelle analyse", "libelle", "analyse"]),
    optional("synonym", "synonyme", ["synonyme"]),
    optional("property", "grandeur", ["grandeur"]),
    optional("unitCode", "code unité", ["code unite"]),
    optional("unit", "libellé unité", ["libelle unite", "unite"]),
    optional("time", "temporalité", ["temporalite"]),
    optional("specimenCode", "code milieu", ["code milieu"]),
    optional("specimen", "libellé milieu", ["libelle milieu", "milieu"]),
    optional("scale", "échelle", ["echelle"]),
    optional("method", "technique", ["technique"]),
    optional("nabm", "codes NABM ou mention HN", ["nabm"]),
  ],
};

function mandatory<F extends string>(field: F, title: string, names: readonly string[]): Column<F> {
  return { field, title, mandatory: true, names };
}

function optional<F extends string>(field: F, title: string, names: readonly string[]): Column<F> {
  return { field, title, mandatory: false, names };
}

/** How messages call each kind of file. */
export const KIND_NAMES: { readonly [K in FileKind]: string } = {
  chapters: "LOINC_1 (chapitres)",
  exams: "LOINC_2 (demandes)",
  analyses: "LOINC_3 (résultats)",
};
