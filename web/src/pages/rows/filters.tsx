/** The filters, each choice with how many rows it would show. */
import { type RefObject, useEffect, useState } from "react";
import type { RowFilter } from "../../api/items.ts";
import type { ItemPage } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { FILTERS, type FilterName } from "./use-row-filter.ts";

type Facets = NonNullable<ItemPage["facets"]>;
type Properties = {
  filter: RowFilter;
  facets: Facets | undefined;
  onChange: (changes: { [name: string]: string }) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  firstRef: RefObject<HTMLSelectElement | null>;
};

export function Filters({ filter, facets, onChange, searchRef, firstRef }: Properties) {
  const { rows } = useMessages();
  const set = FILTERS.some((name) => filter[name]) || filter.q;
  return (
    <search className="filters" aria-label={rows.filters}>
      <SearchBox value={filter.q ?? ""} onChange={(q) => onChange({ q })} inputRef={searchRef} />
      {FILTERS.map((name, i) => (
        <Choice
          key={name}
          name={name}
          value={filter[name] ?? ""}
          facet={facets?.[name] ?? []}
          onChange={(value) => onChange({ [name]: value })}
          {...(i === 0 ? { selectRef: firstRef } : {})}
        />
      ))}
      <label className="filter">
        <span>{rows.sort}</span>
        <select value={filter.sort ?? "position"} onChange={(event) => onChange({ sort: event.target.value })}>
          {Object.entries(rows.sorts).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {set && (
        <Button
          tone="quiet"
          icon="cross"
          onClick={() => onChange({ q: "", ...Object.fromEntries(FILTERS.map((name) => [name, ""])) })}
        >
          {rows.clear}
        </Button>
      )}
    </search>
  );
}

/** Long enough not to search at every letter. */
const PAUSE = 250;

function SearchBox({
  value,
  onChange,
  inputRef,
}: {
  value: string;
  onChange: (value: string) => void;
  inputRef: RefObject<HTMLInputElement | null>;
}) {
  const { rows } = useMessages();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // Set while rendering: an effect would leave a moment in which the text of before is taken for typed anew.
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <label className="search-box">
      <span className="hidden">{rows.search}</span>
      <Icon name="search" />
      <input
        ref={inputRef}
        type="text"
        inputMode="search"
        placeholder={rows.search}
        value={text}
        onChange={(event) => setText(event.target.value)}
        // Who goes on to the list acts on what was typed, never on a row of the list of before.
        onKeyDown={(event) => event.key === "Enter" && text !== value && onChange(text)}
      />
      <span className="key" aria-hidden="true">
        /
      </span>
    </label>
  );
}

type ChoiceProperties = {
  name: FilterName;
  value: string;
  facet: Facets[FilterName];
  onChange: (value: string) => void;
  selectRef?: RefObject<HTMLSelectElement | null>;
};

function Choice({ name, value, facet, onChange, selectRef }: ChoiceProperties) {
  const { rows, common, words } = useMessages();
  const format = useFormat();
  const named: { readonly [value: string]: string } =
    name === "level"
      ? words.levels
      : name === "band"
        ? words.bands
        : name === "state"
          ? words.states
          : name === "missing"
            ? words.missing
            : {};
  const known = facet.some((choice) => choice.value === value);
  return (
    <label className={value ? "filter set" : "filter"}>
      <span>{rows[name]}</span>
      <select ref={selectRef} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{common.all}</option>
        {value !== "" && !known && <option value={value}>{named[value] ?? value}</option>}
        {facet
          .filter((choice) => choice.value !== "")
          .map((choice) => (
            <option key={choice.value} value={choice.value}>
              {named[choice.value] ?? (choice.label || choice.value)} ({format.number(choice.count)})
            </option>
          ))}
      </select>
    </label>
  );
}
