/** Which row is looked at: a place in the list, or a row that a link named and the list does not show. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { RowFilter } from "../../api/items.ts";
import type { RowList } from "./use-row-list.ts";

type Change = (changes: { [name: string]: string }) => void;

/** A pause before the address follows: browsers limit how often it may change. */
const SETTLED = 300;

export function useActiveRow(list: RowList, filter: RowFilter, named: number | undefined, change: Change) {
  const { rows, total, stale } = list;
  const [place, setIndex] = useState(0);
  // The list may have grown shorter.
  const index = Math.max(0, Math.min(place, total - 1));
  const [pinned, setPinned] = useState(named);
  const id = pinned ?? rows[index]?.id;
  const current = useRef(id);
  current.current = id;

  // The named row, once the list has it.
  useEffect(() => {
    if (pinned === undefined) return;
    const found = rows.findIndex((row) => row.id === pinned);
    if (found < 0) return;
    setIndex(found);
    setPinned(undefined);
  }, [rows, pinned]);

  // A link or the back button names another. What was written here below names none: it may come back when one has gone on already.
  const written = useRef(named);
  useEffect(() => {
    if (named === undefined || named === written.current) return;
    written.current = named;
    if (named !== current.current) setPinned(named);
  }, [named]);

  // Another filter keeps the row when it shows it, and begins with its first row otherwise.
  const seen = useRef({ filter, id });
  if (seen.current.filter === filter) seen.current.id = id;
  useEffect(() => {
    if (stale || seen.current.filter === filter) return;
    const kept = seen.current.id;
    seen.current.filter = filter;
    setIndex(
      Math.max(
        0,
        rows.findIndex((row) => row.id === kept),
      ),
    );
  }, [filter, stale, rows]);

  useEffect(() => {
    if (id === undefined) return;
    const timer = setTimeout(() => {
      written.current = id;
      change({ ligne: String(id) });
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [id, change]);

  const go = useCallback((to: number) => {
    setPinned(undefined);
    setIndex(to);
  }, []);
  const move = useCallback(
    (by: number) => {
      setPinned(undefined);
      setIndex((before) => Math.max(0, Math.min(total - 1, before + by)));
    },
    [total],
  );
  return { index: pinned === undefined ? index : rows.findIndex((row) => row.id === pinned), id, go, move };
}
