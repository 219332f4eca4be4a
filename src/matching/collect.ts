/** Collects what a row may be: the bases whose words it shares, best first. */
import type { BaseMatch, BaseMatcher, Query } from "./component-match.ts";
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
  const count = index.baseNames.length;
  const votes = new Float32Array(count);
  const touched = new Uint32Array(count);
  // Long names collect votes more easily; used ones are likelier.
  const length = Float64Array.from(index.analyteMass, (mass) => Math.sqrt(mass + 3));
  const usual = Float64Array.from(index.usageOfBase, (usage) => 0.15 * usage);
  const select = buildSelector(LOOKED_AT);
  return (query, hinted) => {
    let reached = 0;
    const { starts, items } = index.postings;
    const vote = (base: number, weight: number): void => {
      if (votes[base] === 0) touched[reached++] = base;
      votes[base]! += weight;
    };
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
      if (weight > 0) for (let i = start; i < end; i++) vote(items[i]!, weight);
    }
    for (const [base, prior] of query.exact) vote(base, 4 + 4 * prior);
    for (const bases of hinted) for (const [base, usage] of bases) vote(base, 1.5 * usage);
    for (const [base, prior] of query.contextExact) vote(base, 1 + prior);

    select.clear();
    for (let i = 0; i < reached; i++) {
      const base = touched[i]!;
      select.offer(base, votes[base]! / length[base]! + usual[base]!);
      votes[base] = 0;
    }
    const matches = matchBases(query, select.items());
    return matches
      .map((match) => ({ match, promise: promise(index, match, hinted) }))
      .sort((a, b) => b.promise - a.promise || a.match.base - b.match.base)
      .slice(0, KEPT)
      .map(({ match }) => match);
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
    0.6 * hinted.reduce((most, bases) => Math.max(most, bases.get(match.base) ?? 0), 0) +
    0.4 * index.usageOfBase[match.base]! -
    0.04 * match.unexplained
  );
}
