import { codeNumber, codeText } from "./code.ts";
import { STATUSES, type Term, USES } from "./term.ts";

/** Columns held as an index into a list of distinct values. */
export const CODED = ["component", "property", "time", "system", "scale", "method", "class", "units"] as const;
export type Coded = (typeof CODED)[number];

/** Columns held as text, decoded only when asked for. */
export const TEXTS = ["shortName", "longName", "related", "french"] as const;
export type TextColumn = (typeof TEXTS)[number];

export type CodedColumn = { readonly values: readonly string[]; readonly ids: Uint32Array };

/** UTF-8 texts end to end; text `i` is `bytes[ends[i-1], ends[i])`. */
export type TextBlob = { readonly bytes: Uint8Array; readonly ends: Uint32Array };

/** What a reference is and where it comes from. */
export type ReleaseInfo = {
  /** Such as `LOINC 2.81` or `Transloinc starter`. */
  readonly title: string;
  /** Release number when known, else empty. */
  readonly version: string;
  /** Base name of the file it was read from. */
  readonly source: string;
};

/**
 * A LOINC table in memory, by columns, sorted by code.
 * Terms are numbered 0 to `size - 1`; columns are read by that number.
 */
export type Release = {
  readonly info: ReleaseInfo;
  readonly size: number;
  readonly codes: Uint32Array;
  readonly coded: { readonly [column in Coded]: CodedColumn };
  readonly status: Uint8Array;
  readonly use: Uint8Array;
  readonly rank: Uint32Array;
  readonly texts: { readonly [column in TextColumn]: TextBlob };
  /** Sections of its pack that another room makes of it and reads, by name. */
  readonly extras?: ReadonlyMap<string, Uint8Array>;
};

const utf8 = new TextDecoder();

/** The text of column `column` for term `index`. */
export function textOf(release: Release, column: TextColumn, index: number): string {
  const { bytes, ends } = release.texts[column];
  const start = index === 0 ? 0 : ends[index - 1]!;
  return start === ends[index]! ? "" : utf8.decode(bytes.subarray(start, ends[index]!));
}

/** The value of a coded column for term `index`. */
export function valueAt(release: Release, column: Coded, index: number): string {
  const { values, ids } = release.coded[column];
  return values[ids[index]!]!;
}

export function codeOf(release: Release, index: number): string {
  return codeText(release.codes[index]!);
}

/** The number of the term with this code, or -1 when the release does not hold it. */
export function indexOfCode(release: Release, code: string): number {
  const wanted = codeNumber(code);
  if (wanted === undefined) return -1;
  let low = 0;
  let high = release.size - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = release.codes[middle]!;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Term `index`, whole. Allocates: for people and files, not for the inner loop. */
export function termAt(release: Release, index: number): Term {
  return {
    code: codeOf(release, index),
    component: valueAt(release, "component", index),
    property: valueAt(release, "property", index),
    time: valueAt(release, "time", index),
    system: valueAt(release, "system", index),
    scale: valueAt(release, "scale", index),
    method: valueAt(release, "method", index),
    class: valueAt(release, "class", index),
    units: valueAt(release, "units", index),
    status: STATUSES[release.status[index]!]!,
    use: USES[release.use[index]!]!,
    rank: release.rank[index]!,
    shortName: textOf(release, "shortName", index),
    longName: textOf(release, "longName", index),
    related: textOf(release, "related", index),
    french: textOf(release, "french", index),
  };
}

/** The term with this code, or `undefined` when the release does not hold it. */
export function findTerm(release: Release, code: string): Term | undefined {
  const index = indexOfCode(release, code);
  return index < 0 ? undefined : termAt(release, index);
}

/** `displayName` of term `index`, without the rest of it. */
export function nameAt(release: Release, index: number): string {
  return (
    textOf(release, "longName", index) || textOf(release, "shortName", index) || valueAt(release, "component", index)
  );
}

/** What people read: the long name, else the short name, else the component. */
export function displayName(term: Term): string {
  return term.longName || term.shortName || term.component;
}
