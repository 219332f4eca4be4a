/** Filters of the list, kept in the address so that a view can be sent to a colleague. */
import { useMemo } from "react";
import type { RowFilter } from "../../api/items.ts";
import { useParams } from "../../navigation/search-params.ts";

export const FILTERS = ["level", "specialty", "chapter", "band", "state", "missing", "person"] as const;
export type FilterName = (typeof FILTERS)[number];

/** As the address says; the server refuses what it does not know. */
export function useRowFilter() {
  const [params, change] = useParams();
  const key = [...FILTERS, "q", "sort"].map((name) => params[name] ?? "").join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds all that is read, and the open row must not make a new filter
  const filter = useMemo(() => {
    const said = [...FILTERS, "q", "sort"].filter((name) => params[name]);
    return Object.fromEntries(said.map((name) => [name, params[name]])) as RowFilter;
  }, [key]);
  return { filter, change, open: Number(params.ligne) || undefined };
}
