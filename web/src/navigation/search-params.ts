/** Values kept in the query of the address: filters, the open row. */
import { useCallback, useMemo } from "react";
import { navigate, useQueryString } from "./location.ts";

export type Params = { readonly [name: string]: string };

/** The query as a record, and a way to change some of its values: an empty value removes its name. */
export function useParams(): [Params, (changes: Params, options?: { replace?: boolean }) => void] {
  const query = useQueryString();
  const params = useMemo(() => Object.fromEntries(new URLSearchParams(query)), [query]);
  const change = useCallback((changes: Params, options: { replace?: boolean } = { replace: true }) => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    navigate(window.location.pathname + (text === "" ? "" : `?${text}`), options);
  }, []);
  return [params, change];
}
