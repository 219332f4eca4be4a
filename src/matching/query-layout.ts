/** A query laid out in arrays of numbers, for the inner loop that compares it with bases. */
import type { Query } from "./component-match.ts";

export type Layout = {
  /** By word of the reference: where its holders begin in `holder`; 0, an empty list, for words that the query does not hold. */
  readonly first: Int32Array;
  /** Numbers of senses plus one, a list a word, each ended by a zero. */
  readonly holder: Int32Array;
  /** By sense. */
  readonly segment: Int32Array;
  readonly fieldOf: Uint8Array;
  readonly mass: Float64Array;
  readonly prior: Float64Array;
  /** By sense, for the caller to work with, zero between bases: sum of idf of its words that a base holds; the senses with any. */
  readonly found: Float64Array;
  readonly reached: Int32Array;
  /** By segment. */
  readonly segments: number;
  readonly weight: Float64Array;
  readonly segmentField: Uint8Array;
  /** By segment, for the caller to work with, zero between bases: how much of its best sense a base holds. */
  readonly best: Float64Array;
};

/** A function that lays out queries over a reference of `words` words. A layout holds until the next call. */
export function buildLayout(words: number): (query: Query) => Layout {
  const first = new Int32Array(words);
  let laid = layoutOf(first, 64, 64, 64);
  let last: Query | undefined;
  return (query) => {
    if (query === last) return laid;
    for (const word of last?.holders.keys() ?? []) first[word] = 0;
    const { senses, segments } = query;
    let holders = 1;
    for (const list of query.holders.values()) holders += list.length + 1;
    if (holders > laid.holder.length || senses.length > laid.prior.length || segments.length > laid.best.length)
      laid = layoutOf(first, 2 * holders, 2 * senses.length, 2 * segments.length);
    const { holder } = laid;
    let at = 1;
    for (const [word, list] of query.holders) {
      first[word] = at;
      for (const sense of list) holder[at++] = sense + 1;
      holder[at++] = 0;
    }
    for (let i = 0; i < senses.length; i++) {
      const sense = senses[i]!;
      laid.segment[i] = sense.segment;
      laid.fieldOf[i] = segments[sense.segment]!.field;
      laid.mass[i] = sense.mass;
      laid.prior[i] = sense.prior;
    }
    for (let i = 0; i < segments.length; i++) {
      laid.weight[i] = segments[i]!.weight;
      laid.segmentField[i] = segments[i]!.field;
    }
    last = query;
    laid.segments = segments.length;
    return laid;
  };
}

type Laid = { -readonly [field in keyof Layout]: Layout[field] };

function layoutOf(first: Int32Array, holders: number, senses: number, segments: number): Laid {
  return {
    first,
    segments: 0,
    holder: new Int32Array(holders),
    segment: new Int32Array(senses),
    fieldOf: new Uint8Array(senses),
    mass: new Float64Array(senses),
    prior: new Float64Array(senses),
    found: new Float64Array(senses),
    reached: new Int32Array(senses),
    weight: new Float64Array(segments),
    segmentField: new Uint8Array(segments),
    best: new Float64Array(segments),
  };
}
