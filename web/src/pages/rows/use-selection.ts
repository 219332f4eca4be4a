/** Ticked rows, by id, with the place from which Shift extends. */
import { useCallback, useState } from "react";
import type { ItemRow } from "../../api/types.ts";

export type Ticked = ReadonlyMap<number, ItemRow>;

const NONE: Ticked = new Map();

export function useSelection() {
  const [ticked, setTicked] = useState<Ticked>(NONE);
  const clear = useCallback(() => setTicked(NONE), []);
  const toggle = useCallback(
    (row: ItemRow) =>
      setTicked((before) => {
        const after = new Map(before);
        if (!after.delete(row.id)) after.set(row.id, row);
        return after;
      }),
    [],
  );
  const add = useCallback(
    (rows: readonly ItemRow[]) =>
      setTicked((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)])),
    [],
  );
  return { ticked, clear, toggle, add };
}

export type Selection = ReturnType<typeof useSelection>;
