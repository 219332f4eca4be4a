/** Which row is looked at: a place in the list, or a row that a link named and the list does not show. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ItemRow } from "../../api/types.ts";

type Change = (changes: { [name: string]: string }) => void;

/** A pause before the address follows: browsers limit how often it may change. */
const SETTLED = 300;

export function useActiveRow(rows: readonly ItemRow[], named: number | undefined, change: Change) {
  const [index, setIndex] = useState(0);
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

  // A link or the back button names another.
  useEffect(() => {
    if (named !== undefined && named !== current.current) setPinned(named);
  }, [named]);

  useEffect(() => {
    if (id === undefined) return;
    const timer = setTimeout(() => change({ ligne: String(id) }), SETTLED);
    return () => clearTimeout(timer);
  }, [id, change]);

  const go = useCallback((to: number) => {
    setPinned(undefined);
    setIndex(to);
  }, []);
  const length = rows.length;
  const move = useCallback(
    (by: number) => {
      setPinned(undefined);
      setIndex((before) => Math.max(0, Math.min(length - 1, before + by)));
    },
    [length],
  );
  return { index: pinned === undefined ? index : rows.findIndex((row) => row.id === pinned), id, go, move };
}
