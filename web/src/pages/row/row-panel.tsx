/** The active row beside the list. What the list knows shows at once; the rest follows when one stays on the row. */
import { type RefObject, useEffect, useState } from "react";
import { useItem } from "../../api/items.ts";
import { useRole } from "../../api/session.ts";
import type { ItemRow } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useKeys } from "../../components/keyboard/use-keys.ts";
import { BandMark, StateMark } from "../../components/marks.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { RowBody } from "./row-body.tsx";
import { useDeciding } from "./use-deciding.ts";

/** Rows that one only passes are not asked for. */
const STAYED = 90;

const NOTHING = { id: 0, label: "", version: 0 };

type Properties = {
  project: string;
  id: number | undefined;
  row: ItemRow | undefined;
  /** Whether letters act on this row: not while several are ticked. */
  keys: boolean;
  onBack: () => void;
  onDecided: () => void;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

export function RowPanel({ project, id, row, keys, onBack, onDecided, headingRef }: Properties) {
  const { row: words, words: names } = useMessages();
  const [asked, setAsked] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(id), STAYED);
    return () => clearTimeout(timer);
  }, [id]);
  const query = useItem(project, asked);
  const shown = query.data ?? row;
  const deciding = useDeciding(project, shown ?? NOTHING, onDecided);
  const mayDecide = useRole("biologist", "manager");
  // Who is sure already need not wait for the reasons.
  useKeys(
    {
      a: () => {
        if (mayDecide && row?.candidate && row.state !== "signed")
          deciding.decide({ kind: "loinc", loinc: row.candidate.loinc, reason: "", from: "proposal" });
      },
    },
    keys && query.data === undefined,
  );
  return (
    <section className="row-panel" aria-label={words.panel}>
      <div className="back">
        <Button tone="quiet" icon="left" onClick={onBack}>
          {words.backToList}
        </Button>
      </div>
      {shown && (
        <header>
          <h2 ref={headingRef} tabIndex={-1}>
            {shown.label}
          </h2>
          <p>
            <span className="code">{shown.code}</span> <span className="soft">{names.level[shown.level]}</span>{" "}
            <StateMark state={shown.state} /> <BandMark band={shown.band} />
          </p>
        </header>
      )}
      {id !== undefined && (
        <Loaded query={query}>
          {(item) => <RowBody project={project} item={item} keys={keys} deciding={deciding} />}
        </Loaded>
      )}
    </section>
  );
}
