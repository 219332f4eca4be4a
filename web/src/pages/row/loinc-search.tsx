/** Search in the whole of LOINC, narrowed by axis; the choice may carry a reason. Arrow keys go from the words to the results. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useLoincSearch } from "../../api/items.ts";
import type { Item, SearchQuery, SearchResult, Term } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { AxisValue } from "./axis-value.tsx";
import { type Chosen, SearchFacets } from "./search-facets.tsx";

type Properties = {
  level: Item["level"];
  /** Words to begin with. */
  start: string;
  onChoose: (loinc: string, reason: string) => void;
  onClose: () => void;
};

const PAUSE = 200;

/** What the code must be fit for; a sub-chapter takes a section or a panel, so anything. */
const KIND: { readonly [level in Item["level"]]?: NonNullable<SearchQuery["kind"]> } = {
  analysis: "analysis",
  exam: "exam",
  chapter: "chapter",
};

export function LoincSearch({ level, start, onChoose, onClose }: Properties) {
  const { search } = useMessages();
  const [text, setText] = useState(start);
  const [q, setQ] = useState(start);
  const [chosen, setChosen] = useState<Chosen>({});
  const [reason, setReason] = useState("");
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = q !== "" || Object.values(chosen).some(Boolean);
  const kind = KIND[level];
  const query = useLoincSearch({ q, ...chosen, ...(kind ? { kind } : {}), limit: 60 }, asked);
  /** What is shown answers to what was typed before. */
  const late = q !== text.trim() || query.isPlaceholderData;

  const choices = (): HTMLElement[] => [...(results.current?.querySelectorAll<HTMLElement>("button.choose") ?? [])];
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target instanceof HTMLSelectElement) return;
    const all = choices();
    const here = all.indexOf(event.target as HTMLElement);
    if (event.key === "ArrowUp" && here < 0) return;
    // a choice that gives way to others would take the focus with it
    if (!late) all[event.key === "ArrowDown" ? here + 1 : here - 1]?.focus();
    event.preventDefault();
  };
  return (
    <Dialog title={search.title} wide onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a short cut; Tab reaches all as well */}
      <div className="loinc-search" onKeyDown={pressed}>
        <div className="fields">
          <TextField
            label={search.words}
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoFocus
            wide
          />
          <TextField label={search.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        {asked ? (
          <Loaded query={query}>
            {(found) => (
              <div className="found" ref={results} aria-busy={late}>
                <SearchFacets facets={found.facets} chosen={chosen} onChange={setChosen} />
                <Results found={found} onChoose={(code) => onChoose(code, reason.trim())} />
              </div>
            )}
          </Loaded>
        ) : (
          <p className="soft">{search.start}</p>
        )}
      </div>
    </Dialog>
  );
}

function Results({ found, onChoose }: { found: SearchResult; onChoose: (code: string) => void }) {
  const { search } = useMessages();
  return (
    <div className="results">
      <p className="soft small" role="status">
        {found.total === 0 ? search.none : search.results(found.total)}
      </p>
      <ul>
        {found.terms.map((term) => (
          <Result key={term.code} term={term} onChoose={onChoose} />
        ))}
      </ul>
      <p className="soft small" lang="en">
        {found.reference.title} {found.reference.version}
      </p>
    </div>
  );
}

function Result({ term, onChoose }: { term: Term; onChoose: (code: string) => void }) {
  const { search, words } = useMessages();
  const status = words.status[term.status];
  return (
    <li className="result">
      <div>
        <p>
          <span className="code">{term.code}</span>{" "}
          <strong lang={term.officialFrench ? "fr" : "en"}>{term.officialFrench ?? term.longName}</strong>{" "}
          {status && <span className="warning">{status}</span>}
        </p>
        <p className="small axes">
          <AxisValue axis="component" value={term.component} /> <AxisValue axis="property" value={term.property} />{" "}
          <AxisValue axis="time" value={term.time} /> <AxisValue axis="system" value={term.system} />{" "}
          <AxisValue axis="scale" value={term.scale} /> <AxisValue axis="method" value={term.method} />
        </p>
        <p className="small soft">
          {[
            term.officialFrench ? term.longName : term.french,
            term.units && `${search.units} : ${term.units}`,
            term.rank > 0 && `${search.rank} : ${term.rank}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <Button className="choose" aria-label={search.chooseCode(term.code)} onClick={() => onChoose(term.code)}>
        {search.choose}
      </Button>
    </li>
  );
}
