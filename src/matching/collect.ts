/** Collects what a row may be: the bases whose words it shares, best first. */
import { type BaseMatch, type BaseMatcher, copyOf, type Query } from "./component-match.ts";
import type { ReferenceIndex } from "./reference-index.ts";
import { buildSelector } from "./select.ts";

/** Bases looked at closely, and bases kept. */
const LOOKED_AT = 250;
const KEPT = 60;

/** Words held by more bases than this (`virus`, `ab`) find nothing by themselves. */
const TOO_COMMON = 2500;

/** `hinted` are bases that something else than words points to, each with how much (0 to 1). */
export type Collector = (query: Query, hinted: readonly ReadonlyMap<number, number>[]) => BaseMatch[];

/** A collector over `index`; it keeps its working arrays between calls. */
export function buildCollector(index: ReferenceIndex, matchBases: BaseMatcher): Collector {
  const count = index.bases.size;
  const votes = new Float32Array(count);
  const touched = new Int32Array(count);
  // Long names collect votes more easily; used ones are likelier. Both numbers of a base side by side.
  const nature = new Float64Array(2 * count);
  for (let base = 0; base < count; base++) {
    nature[2 * base] = Math.sqrt(index.analyteMass[base]! + 3);
    nature[2 * base + 1] = 0.15 * index.usageOfBase[base]!;
  }
  const lookedAt = buildSelector(LOOKED_AT, count);
  const kept = buildSelector(KEPT, LOOKED_AT);
  const place = new Uint16Array(count);
  const promises = new Float64Array(LOOKED_AT);
  let reached = 0;
  const vote = (base: number, weight: number): void => {
    if (votes[base] === 0) touched[reached++] = base;
    votes[base]! += weight;
  };
  const voteAll = (start: number, end: number, weight: number): void => {
    const { items } = index.postings;
    let at = reached;
    for (let i = start; i < end; i++) {
      const base = items[i]!;
      const before = votes[base]!;
      if (before === 0) touched[at++] = base;
      votes[base] = before + weight;
    }
    reached = at;
  };
  return (query, hinted) => {
    reached = 0;
    const { starts } = index.postings;
    for (const [word, holders] of query.holders) {
      const start = starts[word]!;
      const end = starts[word + 1]!;
      if (end - start > TOO_COMMON) continue;
      let weight = 0;
      for (const number of holders) {
        const sense = query.senses[number]!;
        const segment = query.segments[sense.segment]!;
        const field = segment.field === 2 ? 0.35 : 1;
        weight = Math.max(weight, (index.idf[word]! / Math.max(sense.mass, 1)) * sense.prior * field * segment.weight);
      }
      // A vote of nothing would be forgotten between rows.
      if (weight > 0) voteAll(start, end, weight);
    }
    for (const [base, prior] of query.exact) vote(base, 4 + 4 * prior);
    for (const bases of hinted) for (const [base, usage] of bases) vote(base, 1.5 * usage);
    for (const [base, prior] of query.contextExact) vote(base, 1 + prior);

    lookedAt.clear();
    for (let i = 0; i < reached; i++) {
      const base = touched[i]!;
      const score = votes[base]! / nature[2 * base]! + nature[2 * base + 1]!;
      votes[base] = 0;
      lookedAt.offer(base, score);
    }
    const matches = matchBases(query, lookedAt.items());
    kept.clear();
    for (let i = 0; i < matches.length; i++) {
      promises[i] = promise(index, matches[i]!, hinted);
      // by base, not by place: of equal ones the lower base is kept
      place[matches[i]!.base] = i;
      kept.offer(matches[i]!.base, promises[i]!);
    }
    const order: number[] = [];
    for (const base of kept.items()) order.push(place[base]!);
    order.sort((a, b) => promises[b]! - promises[a]! || matches[a]!.base - matches[b]!.base);
    // Pushed one by one, not mapped: of lists that are sometimes empty V8 then makes one kind (docs/decisions/0046).
    const best: BaseMatch[] = [];
    for (const i of order) best.push(copyOf(matches[i]!));
    return best;
  };
}

/** A first judgement of a base, before units, specimens and usage are looked at. */
function promise(index: ReferenceIndex, match: BaseMatch, hinted: readonly ReadonlyMap<number, number>[]): number {
  return (
    2 * Math.max(match.label, match.synonym) +
    1.4 * match.covered +
    0.9 * match.coveredByContext +
    0.3 * match.context +
    0.8 * match.exact +
    0.3 * match.contextExact +
    (hinted.length === 0 ? 0 : 0.6 * hinted.reduce((most, bases) => Math.max(most, bases.get(match.base) ?? 0), 0)) +
    0.4 * index.usageOfBase[match.base]! -
    0.04 * match.unexplained
  );
}
