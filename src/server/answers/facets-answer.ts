import { sectionName } from "../../engine/section-names.ts";
import type { Queries } from "../../workspace/database.ts";
import { FACETS, type Facets, itemFacets } from "../../workspace/item-facets.ts";
import type { ItemFilter } from "../../workspace/item-query.ts";
import type { ItemFacets } from "../schemas/items.ts";

/** How many items each choice of a filter would show: under all the other filters, so that a choice can be changed. */
export async function facetsAnswer(db: Queries, project: string, filter: ItemFilter): Promise<ItemFacets> {
  const counted: { -readonly [facet in keyof Facets]: Facets[facet] } = { ...(await itemFacets(db, project, filter)) };
  for (const facet of FACETS) {
    const { [facet]: chosen, ...others } = filter;
    if (chosen !== undefined) counted[facet] = (await itemFacets(db, project, others))[facet];
  }
  const lists = FACETS.map((facet) => [
    facet,
    counted[facet].map((count) => (facet === "specialty" ? { ...count, label: sectionName(count.value) } : count)),
  ]);
  return Object.fromEntries(lists) as ItemFacets;
}
