/** Search over a whole reference for people who choose a code: words, axes, what the code must be fit for; with facets. */

import { type Release, termAt, textOf, valueAt } from "../loinc/release.ts";
import { AXES, type Axis, type NamedTerm } from "../loinc/term.ts";
import { type FrenchNames, frenchName, withOfficialName } from "../reference/french-names.ts";

export type TermQuery = {
  /** Words that a term must hold, code included; case and accents do not count. */
  readonly words: string;
  /** Values that an axis must have, as LOINC writes them. */
  readonly axes: { readonly [axis in Axis]?: string };
  readonly fit?: "analysis" | "exam" | "chapter";
  readonly limit: number;
};

export type Facet = readonly { readonly value: string; readonly count: number }[];

export type FoundTerms = {
  /** Best first. */
  readonly terms: readonly NamedTerm[];
  /** How many there are in all. */
  readonly total: number;
  /** The most frequent values of each axis among all that were found. */
  readonly facets: { readonly [axis in Axis]: Facet };
};

export type TermSearch = (query: TermQuery) => FoundTerms;

const FACET_VALUES = 15;

/** A search over `release`, also by the words of `official`. Folding its texts takes a second for a whole table and is done once, here. */
export function buildTermSearch(release: Release, official: readonly FrenchNames[] = []): TermSearch {
  const names: string[] = [];
  const others: string[] = [];
  for (let i = 0; i < release.size; i++) {
    const term = termAt(release, i);
    const { label = "", component = "", synonyms = "" } = frenchName(official, term.code) ?? {};
    names.push(
      plain(
        `${term.code} ${term.component} ${term.system} ${term.method} ${term.longName} ${term.shortName} ${term.french} ${label} ${component}`,
      ),
    );
    others.push(plain(`${term.related} ${synonyms}`));
  }
  return (query) => {
    const words = plain(query.words)
      .split(/\s+/)
      .filter((word) => word !== "");
    const found: { readonly index: number; readonly score: number }[] = [];
    for (let i = 0; i < release.size; i++) {
      if (!fits(release, i, query)) continue;
      let near = 0;
      let all = true;
      for (const word of words) {
        if (names[i]!.includes(word)) near++;
        else if (!others[i]!.includes(word)) {
          all = false;
          break;
        }
      }
      if (all) found.push({ index: i, score: scoreOf(release, i, words.length === 0 ? 0 : near / words.length) });
    }
    found.sort((a, b) => b.score - a.score || a.index - b.index);
    return {
      terms: found.slice(0, query.limit).map(({ index }) => withOfficialName(termAt(release, index), official)),
      total: found.length,
      facets: Object.fromEntries(
        AXES.map((axis) => [
          axis,
          facetOf(
            release,
            axis,
            found.map(({ index }) => index),
          ),
        ]),
      ) as FoundTerms["facets"],
    };
  };
}

/** Most used first, names before synonyms, French words known to us first, short names before long ones. */
function scoreOf(release: Release, index: number, near: number): number {
  const rank = release.rank[index]!;
  const status = release.status[index]!;
  return (
    2 * near +
    (rank === 0 ? 0 : 1.5 * (1 - rank / 25_000)) +
    (textOf(release, "french", index) === "" ? 0 : 0.7) -
    textOf(release, "longName", index).length / 150 +
    (STATUS_WEIGHT[status] ?? 0)
  );
}

/** By the place of the status in STATUSES: discouraged and deprecated terms come late. */
const STATUS_WEIGHT: readonly number[] = [0, 0, 0, -1, -3];
/** By place in USES. */
const ORDER = 1;
const OBSERVATION = 2;

function fits(release: Release, index: number, { axes, fit }: TermQuery): boolean {
  for (const axis of AXES) {
    const wanted = axes[axis];
    if (wanted !== undefined && valueAt(release, axis, index) !== wanted) return false;
  }
  if (fit === undefined) return true;
  const use = release.use[index]!;
  const panel = use === ORDER || valueAt(release, "class", index).startsWith("PANEL.");
  const section = / studies$/i.test(valueAt(release, "component", index)) && valueAt(release, "property", index) === "";
  if (fit === "analysis") return !panel && !section;
  if (fit === "exam") return use !== OBSERVATION && !section;
  return section || panel;
}

function facetOf(release: Release, axis: Axis, indexes: readonly number[]): Facet {
  const { values, ids } = release.coded[axis];
  const counts = new Map<number, number>();
  for (const index of indexes) counts.set(ids[index]!, (counts.get(ids[index]!) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ value: values[id]!, count }))
    .filter(({ value }) => value !== "")
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, FACET_VALUES);
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
