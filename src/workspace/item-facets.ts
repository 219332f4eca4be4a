/** How many items each value of each filter would leave. */
import type { Queries } from "./database.ts";
import { conditionsOf, type ItemFilter, MISSING } from "./item-query.ts";
import { STATEABLE } from "./types.ts";

export type Facet = { readonly value: string; readonly label: string; readonly count: number };
export const FACETS = ["level", "chapter", "specialty", "band", "state", "person", "missing"] as const;
export type Facets = { readonly [facet in (typeof FACETS)[number]]: readonly Facet[] };

type FacetRow = Facet & { readonly facet: keyof Facets };

/** The counts for the items that `filter` leaves, most first; each facet as if nothing were chosen in it yet. */
export async function itemFacets(db: Queries, project: string, filter: ItemFilter = {}): Promise<Facets> {
  const chosen = FACETS.filter((facet) => filter[facet] !== undefined);
  const free = FACETS.filter((facet) => filter[facet] === undefined);
  const rows = free.length === 0 ? [] : await countsOf(db, project, filter, free);
  for (const facet of chosen) {
    const { [facet]: _, ...others } = filter;
    rows.push(...(await countsOf(db, project, others, [facet])));
  }
  const of = (facet: keyof Facets): Facet[] =>
    rows.filter((row) => row.facet === facet).map(({ value, label, count }) => ({ value, label, count }));
  return Object.fromEntries(FACETS.map((facet) => [facet, of(facet)])) as { [facet in keyof Facets]: Facet[] };
}

function countsOf(
  db: Queries,
  project: string,
  filter: ItemFilter,
  facets: readonly (keyof Facets)[],
): Promise<FacetRow[]> {
  const { where, parameters } = conditionsOf(project, filter);
  return db.query<FacetRow>(
    `with listed as materialized (select * from item_listed where ${where})
     select * from (${facets.flatMap(selectsOf).join(" union all ")}) as facets
     where count > 0 order by count desc, label`,
    parameters,
  );
}

const GROUPED: { readonly [facet in Exclude<keyof Facets, "missing">]: readonly [value: string, label: string] } = {
  level: ["level", "level"],
  chapter: ["chapter", "chapter_label"],
  specialty: ["specialty", "specialty"],
  band: ["band", "band"],
  state: ["state", "state"],
  person: ["decided_by", "review -> 'decision' -> 'by' ->> 'name'"],
};

function selectsOf(facet: keyof Facets): string[] {
  if (facet === "missing") {
    return STATEABLE.map(
      (field) =>
        `select 'missing' as facet, '${field}' as value, '${field}' as label, count(*) as count from listed where ${MISSING[field]}`,
    );
  }
  const [value, label] = GROUPED[facet];
  return [
    `select '${facet}' as facet, ${value} as value, max(${label}) as label, count(*) as count
     from listed where ${value} is not null group by ${value}`,
  ];
}
