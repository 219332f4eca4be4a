/** The rows that a filter shows, as far as they are loaded; more come as one scrolls. */
import { useCallback, useMemo } from "react";
import { type RowFilter, useRows } from "../../api/items.ts";

/** `stale`: the rows are still those of the filter before; nothing may be done to them. */
export function useRowList(project: string, filter: RowFilter) {
  const query = useRows(project, filter);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch, isPlaceholderData } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const total = data?.pages[0]?.total ?? 0;
  const facets = data?.pages[0]?.facets ?? undefined;

  /** Loads the next page when `index` is not there yet. */
  const need = useCallback(
    (index: number) => {
      if (index >= rows.length && hasNextPage && !isFetchingNextPage) fetchNextPage();
    },
    [rows.length, hasNextPage, isFetchingNextPage, fetchNextPage],
  );

  /** All rows that the filter shows, once all pages have come. */
  const all = useCallback(async () => {
    let { data: loaded } = await refetch({ cancelRefetch: false });
    while (loaded?.pages.at(-1)?.next) ({ data: loaded } = await fetchNextPage());
    return loaded?.pages.flatMap((page) => page.items) ?? [];
  }, [fetchNextPage, refetch]);

  return { query, rows, total, facets, need, all, stale: isPlaceholderData };
}

export type RowList = ReturnType<typeof useRowList>;
