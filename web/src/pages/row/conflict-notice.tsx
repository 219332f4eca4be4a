/** Somebody decided meanwhile: theirs is shown, mine is kept, and the person says which stands. */
import type { Conflict } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

type Properties = { conflict: Conflict; onKeepTheirs: () => void; onKeepMine: () => void };

export function ConflictNotice({ conflict, onKeepTheirs, onKeepMine }: Properties) {
  const { row, words } = useMessages();
  const format = useFormat();
  const { decision, by, at } = conflict;
  const what = decision
    ? [words.kinds[decision.kind], decision.loinc ?? decision.waitingCode, decision.name].filter(Boolean).join(" ")
    : row.conflictNothing;
  return (
    <Notice tone="error" title={row.conflict}>
      <p>{row.conflictWho(by.name, format.moment(at), what)}</p>
      <div className="buttons">
        <Button tone="primary" onClick={onKeepTheirs}>
          {row.keepTheirs}
        </Button>
        <Button onClick={onKeepMine}>{row.keepMine}</Button>
      </div>
    </Notice>
  );
}
