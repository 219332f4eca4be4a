/** The rows that a filter shows, as far as they are loaded; more come as one scrolls. */
import { useCallback, useMemo } from "react";
import { type RowFilter, useRows } from "../../api/items.ts";

export function useRowList(project: string, filter: RowFilter) {
  const query = useRows(project, filter);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
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

  /** All rows, once all pages have come. */
  const all = useCallback(async () => {
    let page = await fetchNextPage({ cancelRefetch: false });
    while (page.hasNextPage) page = await page.fetchNextPage();
    return page.data?.pages.flatMap((one) => one.items) ?? [];
  }, [fetchNextPage]);

  return { query, rows, total, facets, need, all };
}

export type RowList = ReturnType<typeof useRowList>;
