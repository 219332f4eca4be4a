/** Collects what a row may be: the bases whose words it shares, best first. */
import type { BaseMatch, BaseMatcher, Query } from "./component-match.ts";
import type { ReferenceIndex } from "./reference-index.ts";

/** Bases looked at closely, and bases kept. */
const LOOKED_AT = 250;
const KEPT = 60;

/** Words held by more bases than this (`virus`, `ab`) find nothing by themselves. */
const TOO_COMMON = 2500;

/** `hinted` are bases that something else than words points to, each with how much (0 to 1). */
export type Collector = (query: Query, hinted: readonly ReadonlyMap<number, number>[]) => BaseMatch[];

/** A collector over `index`; it keeps its working arrays between calls. */
export function buildCollector(index: ReferenceIndex, matchBases: BaseMatcher): Collector {
  const votes = new Float32Array(index.baseNames.length);
  return (query, hinted) => {
    const touched: number[] = [];
    const vote = (base: number, weight: number): void => {
      if (votes[base] === 0) touched.push(base);
      votes[base]! += weight;
    };
    for (const [word, holders] of query.holders) {
      const start = index.postings.starts[word]!;
      const end = index.postings.starts[word + 1]!;
      if (end - start > TOO_COMMON) continue;
      let weight = 0;
      for (const number of holders) {
        const sense = query.senses[number]!;
        const segment = query.segments[sense.segment]!;
        const field = segment.field === 2 ? 0.35 : 1;
        weight = Math.max(weight, (index.idf[word]! / Math.max(sense.mass, 1)) * sense.prior * field * segment.weight);
      }
      for (let i = start; i < end; i++) vote(index.postings.items[i]!, weight);
    }
    for (const [base, prior] of query.exact) vote(base, 4 + 4 * prior);
    for (const bases of hinted) for (const [base, usual] of bases) vote(base, 1.5 * usual);
    for (const [base, prior] of query.contextExact) vote(base, 1 + prior);

    const score = (base: number): number =>
      votes[base]! / Math.sqrt(index.analyteMass[base]! + 3) + 0.15 * index.usageOfBase[base]!;
    const looked = top(touched, LOOKED_AT, score);
    const matches = matchBases(query, looked);
    for (const base of touched) votes[base] = 0;
    return matches
      .sort((a, b) => promise(index, b, hinted) - promise(index, a, hinted) || a.base - b.base)
      .slice(0, KEPT);
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

function top(items: number[], count: number, score: (item: number) => number): number[] {
  if (items.length <= count) return items;
  const scored = items.map((item) => [score(item), item] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  return scored.slice(0, count).map(([, item]) => item);
}
