/** How many items each value of each filter would leave. */
import type { Queries } from "./database.ts";
import { conditionsOf, type ItemFilter, MISSING } from "./item-query.ts";
import { STATEABLE } from "./types.ts";

export type Facet = { readonly value: string; readonly label: string; readonly count: number };
export const FACETS = ["level", "chapter", "specialty", "band", "state", "person", "missing"] as const;
export type Facets = { readonly [facet in (typeof FACETS)[number]]: readonly Facet[] };

type FacetRow = Facet & { readonly facet: keyof Facets };

/** The counts for the items that `filter` leaves, most first. */
export async function itemFacets(db: Queries, project: string, filter: ItemFilter = {}): Promise<Facets> {
  const { where, parameters } = conditionsOf(project, filter);
  const grouped = (facet: string, value: string, label: string, condition = "true"): string =>
    `select '${facet}' as facet, ${value} as value, max(${label}) as label, count(*) as count
     from listed where ${condition} group by ${value}`;
  const missing = STATEABLE.map(
    (field) =>
      `select 'missing' as facet, '${field}' as value, '${field}' as label, count(*) as count from listed where ${MISSING[field]}`,
  );
  const rows = await db.query<FacetRow>(
    `with listed as materialized (select * from item_listed where ${where})
     select * from (${[
       grouped("level", "level", "level"),
       grouped("chapter", "chapter", "chapter_label"),
       grouped("specialty", "specialty", "specialty"),
       grouped("band", "band", "band", "band is not null"),
       grouped("state", "state", "state"),
       grouped("person", "decided_by", "review -> 'decision' -> 'by' ->> 'name'", "decided_by is not null"),
       ...missing,
     ].join(" union all ")}) as facets where count > 0 order by count desc, label`,
    parameters,
  );
  const of = (facet: keyof Facets): Facet[] =>
    rows.filter((row) => row.facet === facet).map(({ value, label, count }) => ({ value, label, count }));
  return Object.fromEntries(FACETS.map((facet) => [facet, of(facet)])) as { [facet in keyof Facets]: Facet[] };
}
