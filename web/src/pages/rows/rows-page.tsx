/** The review: filters, the list on one side, the active row on the other; everything by keyboard. */
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useRole } from "../../api/session.ts";
import { useKeys } from "../../components/keyboard/use-keys.ts";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { RowPanel } from "../row/row-panel.tsx";
import { useUndoing } from "../row/use-undoing.ts";
import { Filters } from "./filters.tsx";
import { RowList } from "./row-list.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useActiveRow } from "./use-active-row.ts";
import { useRowFilter } from "./use-row-filter.ts";
import { useRowList } from "./use-row-list.ts";
import { useSelection } from "./use-selection.ts";

export function RowsPage({ project }: { project: string }) {
  const { rows: words } = useMessages();
  const format = useFormat();
  const { filter, change, open } = useRowFilter();
  const list = useRowList(project, filter);
  const selection = useSelection();
  const active = useActiveRow(list, filter, open, change);
  const mayDecide = useRole("biologist", "manager");
  const undo = useUndoing(project);

  const grid = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const firstFilter = useRef<HTMLSelectElement>(null);
  const panel = useRef<HTMLHeadingElement>(null);
  /** On a narrow screen the row takes the place of the list. */
  const [inRow, setInRow] = useState(open !== undefined);

  const backToList = useCallback(() => {
    // At once: a key that is pressed next must not go to the box that one leaves.
    flushSync(() => setInRow(false));
    grid.current?.focus();
  }, []);
  const filterBy = useCallback(
    (changes: { [name: string]: string }) => {
      selection.clear();
      change(changes);
    },
    [selection.clear, change],
  );
  /** While all rows are asked for to be ticked, letters must not act on the active one instead. */
  const [ticking, setTicking] = useState(false);
  const tickAll = async (): Promise<void> => {
    setTicking(true);
    selection.add(await list.all());
    setTicking(false);
  };
  const [decided, setDecided] = useState(0);
  const next = useCallback(() => {
    active.move(1);
    setDecided((before) => before + 1);
  }, [active.move]);
  // The button or the form that had the focus went with its row.
  useEffect(() => {
    if (decided === 0 || document.activeElement !== document.body) return;
    const shown = grid.current?.checkVisibility() ? grid.current : panel.current;
    shown?.focus();
  }, [decided]);
  useKeys({
    "/": () => searchBox.current?.focus(),
    f: () => firstFilter.current?.focus(),
    u: () => mayDecide && undo(),
    Escape: backToList,
  });
  // Escape in a filter goes back to the list too; so does Enter where one types.
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      const inFilters = event.target instanceof Element && event.target.closest(".filters") !== null;
      if (inFilters && (event.key === "Escape" || (event.key === "Enter" && event.target === searchBox.current)))
        backToList();
    };
    window.addEventListener("keydown", leave);
    return () => window.removeEventListener("keydown", leave);
  }, [backToList]);

  return (
    <Page
      title={words.title}
      lead={`${words.count(list.total)}${active.index >= 0 && list.total > 0 ? ` · ${words.countOf(format.number(active.index + 1), format.number(list.total))}` : ""}`}
      className={`work ${inRow ? "in-row" : "in-list"}`}
    >
      <Filters filter={filter} facets={list.facets} onChange={filterBy} searchRef={searchBox} firstRef={firstFilter} />
      <div className="split">
        <section className="list-side" aria-label={words.list}>
          <Loaded query={list.query}>
            {() =>
              list.total === 0 ? (
                <p className="soft empty">{words.none}</p>
              ) : (
                <RowList
                  list={list}
                  active={Math.max(0, active.index)}
                  onActive={active.go}
                  onOpen={(focus) => {
                    flushSync(() => setInRow(true));
                    if (focus) panel.current?.focus();
                  }}
                  selection={selection}
                  onTickAll={tickAll}
                  gridRef={grid}
                />
              )
            }
          </Loaded>
          {selection.ticked.size > 0 && mayDecide && <SelectionBar project={project} selection={selection} />}
        </section>
        <RowPanel
          key={active.id}
          project={project}
          id={active.id}
          row={list.rows[active.index]}
          keys={selection.ticked.size === 0 && !list.stale && !ticking}
          onBack={backToList}
          onDecided={next}
          headingRef={panel}
        />
      </div>
    </Page>
  );
}
