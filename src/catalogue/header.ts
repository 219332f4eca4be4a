/** Whether the first row names the columns, and which column is which. */
import { fold } from "../lexicon/normalise.ts";
import { COLUMNS, type Column } from "./columns.ts";
import type { FileKind } from "./types.ts";

/** For each column of the kind, in order, the index of its cell; `undefined` when the file does not have it. */
type ColumnPlaces = readonly (number | undefined)[];

export type Header = {
  readonly places: ColumnPlaces;
  /** How many columns were known by their names. */
  readonly known: number;
  /** Headings that name none of the columns. */
  readonly unread: readonly string[];
};

/** Spellings of the words that header rows are made of; a word left out of names is empty. */
const SPELLINGS: Readonly<Record<string, string>> = {
  code: "code codes cd cod id ident identifiant mnemonique",
  libelle: "libelle libelles lib libel intitule nom designation label",
  chapitre: "chapitre chapitres chap chapter famille",
  sous: "sous ss",
  "sous chapitre": "souschapitre souschap sschapitre sschap schapitre schap subchapter sousfamille",
  examen: "examen examens exam exa demande demandes prescription prescriptible",
  analyse: "analyse analyses ana anal analyte resultat resultats",
  synonyme: "synonyme synonymes syn alias",
  milieu: "milieu milieux nature echantillon echantillons specimen prelevement matrice",
  nabm: "nabm",
  unite: "unite unites unit units",
  grandeur: "grandeur grandeurs propriete property",
  temporalite: "temporalite temps duree time",
  echelle: "echelle echelles scale",
  technique: "technique techniques methode methodes method",
  "": "d de des du l la le les et ou un une type mention hn principal principale local locale interne usuel court long labo laboratoire sgl sil",
};

const CANONICAL = new Map(
  Object.entries(SPELLINGS).flatMap(([word, spellings]) =>
    spellings.split(" ").map((spelling) => [spelling, word] as const),
  ),
);

/** Words that many names share tell less than others. */
const WEAK = new Set(["code", "libelle"]);

/** The canonical words of a heading, `undefined` when it holds any word that no heading has: then it is rather data. */
function headerWords(cell: string): ReadonlySet<string> | undefined {
  const words = fold(cell.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => CANONICAL.get(word));
  if (words.includes(undefined)) return undefined;
  const canonical = new Set(words.flatMap((word) => word!.split(" ")).filter((word) => word !== ""));
  return canonical.size === 0 ? undefined : canonical;
}

/**
 * The header that `cells` make for a file of `kind`, `undefined` when they are data: a header has at least two known
 * names, and no more unknown cells than known ones. A heading that is not known keeps the meaning of its place as long
 * as all known ones are at theirs.
 */
export function readHeader(kind: FileKind, cells: readonly string[]): Header | undefined {
  const columns: readonly Column[] = COLUMNS[kind];
  const named = assign(columns, cells);
  const known = named.filter((place) => place !== undefined).length;
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  if (known < 2 || known * 2 < filled) return undefined;
  const inOrder = named.every((place, i) => place === undefined || place === i);
  const places = inOrder ? named.map((place, i) => place ?? (i < cells.length ? i : undefined)) : named;
  const unread = cells.filter((cell, i) => cell.trim() !== "" && !places.includes(i));
  return { places, known, unread };
}

/**
 * Each cell goes to the column that its words name best; of two cells for one column the better named has it, else the
 * first.
 */
function assign(columns: readonly Column[], cells: readonly string[]): (number | undefined)[] {
  const best = columns.map(() => ({ place: -1, score: 0 }));
  for (const [place, cell] of cells.entries()) {
    const words = headerWords(cell);
    if (words === undefined) continue;
    const scores = columns.map((column) => Math.max(...column.names.map((name) => scoreOf(name, words))));
    const score = Math.max(...scores);
    const column = best[scores.indexOf(score)]!;
    if (score > column.score) Object.assign(column, { place, score });
  }
  return best.map(({ place, score }) => (score > 0 ? place : undefined));
}

function scoreOf(name: string, words: ReadonlySet<string>): number {
  const wanted = name.split(" ");
  if (!wanted.every((word) => words.has(word))) return 0;
  return wanted.reduce((sum, word) => sum + (WEAK.has(word) ? 1 : 2), 0);
}
