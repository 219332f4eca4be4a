/** The list: only what is seen is drawn, so twenty thousand rows scroll as ten do. The list holds the focus and names its active line.
 * A grid by role, because a table cannot be virtualised: biome.json lets these two files do so. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect } from "react";
import { useMessages } from "../../i18n/language.tsx";
import { RowLine } from "./row-line.tsx";
import type { RowList as Rows } from "./use-row-list.ts";
import type { Selection } from "./use-selection.ts";

/** Height of a line, in pixels, as rows.css has it. */
const LINE = 54;
const OVERSCAN = 12;

type Properties = {
  list: Rows;
  active: number;
  onActive: (index: number) => void;
  /** Shows the row; by keyboard the focus goes to it. */
  onOpen: (focus: boolean) => void;
  selection: Selection;
  onTickAll: () => void;
  gridRef: RefObject<HTMLDivElement | null>;
};

export function RowList({ list, active, onActive, onOpen, selection, onTickAll, gridRef }: Properties) {
  const { rows: words } = useMessages();
  const { rows, total, need } = list;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
  });
  const lines = virtual.getVirtualItems();
  const last = lines.at(-1)?.index ?? 0;
  useEffect(() => need(Math.min(last, total - 1)), [last, total, need]);
  useEffect(() => {
    if (total > 0) virtual.scrollToIndex(active, { align: "auto" });
  }, [active, total, virtual]);

  const move = (index: number, extend = false): void => {
    const to = Math.max(0, Math.min(total - 1, index));
    need(to);
    if (extend) selection.add([rows[active], rows[to]].filter((row) => row !== undefined));
    onActive(to);
  };
  const pressed = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((gridRef.current?.clientHeight ?? LINE) / LINE) - 1);
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "a" && (event.ctrlKey || event.metaKey)) onTickAll();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (key === "ArrowDown" || key === "j") move(active + 1, event.shiftKey);
    else if (key === "ArrowUp" || key === "k") move(active - 1, event.shiftKey);
    else if (key === "PageDown") move(active + page);
    else if (key === "PageUp") move(active - page);
    else if (key === "Home") move(0);
    else if (key === "End") move(total - 1);
    else if (key === "Enter") onOpen(true);
    else if (key === " ") rows[active] && !list.stale && selection.toggle(rows[active]);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={gridRef}
      className="row-list"
      role="grid"
      tabIndex={0}
      aria-label={words.list}
      aria-rowcount={total}
      aria-colcount={4}
      aria-multiselectable="true"
      aria-busy={list.stale}
      aria-activedescendant={rows[active] ? `line-${rows[active].id}` : undefined}
      onKeyDown={pressed}
    >
      <div className="lines" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {lines.map(({ index, start }) => {
          const row = rows[index];
          const ticked = row !== undefined && selection.ticked.has(row.id);
          return (
            <div
              key={index}
              role="row"
              id={row && `line-${row.id}`}
              aria-rowindex={index + 1}
              aria-selected={ticked}
              className={index === active ? "line active" : "line"}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => {
                if (event.shiftKey) selection.add(rows.slice(Math.min(active, index), Math.max(active, index) + 1));
                onActive(index);
                if (!event.shiftKey) onOpen(false);
              }}
            >
              {row ? (
                <RowLine row={row} ticked={ticked} onTick={selection.toggle} />
              ) : (
                <span role="gridcell" className="soft loading">
                  {words.loadingRow}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
