/** The rows of a project: pages of the list, one row whole, and the search in LOINC. */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { call, queryOf } from "./client.ts";
import { projectKey } from "./projects.ts";
import type { ExamView, Item, ItemPage, ItemQuery, SearchQuery, SearchResult } from "./types.ts";

/** Rows a page of the list brings. */
const PAGE = 500;

export type RowFilter = Omit<ItemQuery, "cursor" | "limit">;

export const rowsKey = (project: string, filter: RowFilter) => [...projectKey(project), "rows", filter] as const;

export function useRows(project: string, filter: RowFilter) {
  return useInfiniteQuery({
    queryKey: rowsKey(project, filter),
    queryFn: ({ pageParam, signal }) =>
      call<ItemPage>(`/projects/${project}/items${queryOf({ ...stringsOf(filter), cursor: pageParam, limit: PAGE })}`, {
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useItem(project: string, item: number | undefined) {
  return useQuery({
    queryKey: [...projectKey(project), "item", item],
    queryFn: ({ signal }) => call<Item>(`/projects/${project}/items/${item}`, { signal }),
    enabled: item !== undefined,
  });
}

export function useExam(project: string, exam: number | undefined) {
  return useQuery({
    queryKey: [...projectKey(project), "exam", exam],
    queryFn: () => call<ExamView>(`/projects/${project}/exams/${exam}`),
    enabled: exam !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useLoincSearch(query: SearchQuery, enabled: boolean) {
  return useQuery({
    queryKey: ["loinc", query],
    queryFn: ({ signal }) => call<SearchResult>(`/loinc/search${queryOf(stringsOf(query))}`, { signal }),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}

function stringsOf(values: { readonly [name: string]: unknown }): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== "")
      .map(([name, value]) => [name, String(value)]),
  );
}
