/** Official French names of LOINC terms, in columns as a release is: a table of a hundred thousand opens without being read. */
import { codeNumber } from "../loinc/code.ts";
import { codedColumnBuilder, textBuilder } from "../loinc/column-builders.ts";
import type { CodedColumn, TextBlob } from "../loinc/release.ts";
import { AXES, type NamedTerm, type Term } from "../loinc/term.ts";

/** Columns of few distinct values: the axes, and synonyms separated by `;`. */
export const FRENCH_COLUMNS = [...AXES, "synonyms"] as const;
export type FrenchColumn = (typeof FRENCH_COLUMNS)[number];

export type FrenchNames = {
  /** Sorted, as `codeNumber` makes them. */
  readonly codes: Uint32Array;
  readonly labels: TextBlob;
  readonly columns: { readonly [column in FrenchColumn]: CodedColumn };
};

/** What one source says of one term; what it does not say is empty. */
export type FrenchName = { readonly [column in FrenchColumn]: string } & {
  readonly code: string;
  /** The official label, such as `Leucocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate`. */
  readonly label: string;
};

export type FrenchNamesBuilder = {
  /** Of two names of one code the last is kept. */
  readonly add: (name: Partial<FrenchName> & { readonly code: string }) => void;
  readonly size: () => number;
  readonly build: () => FrenchNames;
};

/** An empty builder. */
export function frenchNamesBuilder(): FrenchNamesBuilder {
  const places = new Map<number, number>();
  const labels = textBuilder();
  const columns = FRENCH_COLUMNS.map((column) => [column, codedColumnBuilder()] as const);
  let rows = 0;
  return {
    add(name) {
      const number = codeNumber(name.code);
      if (number === undefined) throw new RangeError(`not a LOINC code: ${name.code}`);
      places.set(number, rows++);
      labels.add(name.label ?? "");
      for (const [column, builder] of columns) builder.add(name[column] ?? "");
    },
    size: () => places.size,
    build() {
      const codes = Uint32Array.from(places.keys()).sort();
      const order = Uint32Array.from(codes, (code) => places.get(code)!);
      const built = columns.map(([column, builder]) => [column, builder.build(order)]);
      return { codes, labels: labels.build(order), columns: Object.fromEntries(built) as FrenchNames["columns"] };
    },
  };
}

const utf8 = new TextDecoder();

/** The place of `code` (as `codeNumber` makes it) in `names`, -1 when it is not there. */
export function placeOf({ codes }: FrenchNames, code: number): number {
  let low = 0;
  let high = codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codes[middle] === code) return middle;
    if (codes[middle]! < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The label at `place`, empty when there is none. */
export function labelAt({ labels: { bytes, ends } }: FrenchNames, place: number): string {
  const start = place === 0 ? 0 : ends[place - 1]!;
  return utf8.decode(bytes.subarray(start, ends[place]!));
}

export function columnAt({ columns }: FrenchNames, column: FrenchColumn, place: number): string {
  const { values, ids } = columns[column];
  return values[ids[place]!]!;
}

/** All that `sources` say of `code`, each column as the first of them that fills it; `undefined` when none knows the code. */
export function frenchName(sources: readonly FrenchNames[], code: string): FrenchName | undefined {
  const number = codeNumber(code) ?? -1;
  const places = sources.map((names) => [names, placeOf(names, number)] as const).filter(([, place]) => place >= 0);
  if (places.length === 0) return undefined;
  const first = (read: (names: FrenchNames, place: number) => string): string => {
    for (const [names, place] of places) {
      const text = read(names, place);
      if (text !== "") return text;
    }
    return "";
  };
  const columns = FRENCH_COLUMNS.map((column) => [column, first((names, place) => columnAt(names, column, place))]);
  return { ...(Object.fromEntries(columns) as FrenchName), code, label: first(labelAt) };
}

/** The official French label of `code`, `undefined` when no source gives one. */
export function frenchLabel(sources: readonly FrenchNames[], code: string): string | undefined {
  const number = codeNumber(code) ?? -1;
  for (const names of sources) {
    const place = placeOf(names, number);
    const label = place < 0 ? "" : labelAt(names, place);
    if (label !== "") return label;
  }
  return undefined;
}

/** `term` with the official French label that `sources` give it. */
export function withOfficialName(term: Term, sources: readonly FrenchNames[]): NamedTerm {
  const label = frenchLabel(sources, term.code);
  return label === undefined ? term : { ...term, officialFrench: label };
}
