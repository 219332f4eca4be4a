/** The decisions at hand, each with its key. */
import { Button } from "../../components/button.tsx";
import { useMessages } from "../../i18n/language.tsx";
import type { OtherKind } from "./decision-form.tsx";

type Properties = {
  canAccept: boolean;
  onAccept: () => void;
  onMode: (mode: OtherKind | "search") => void;
  onComment: () => void;
};

export function RowActions({ canAccept, onAccept, onMode, onComment }: Properties) {
  const { row } = useMessages();
  return (
    <div className="row-actions">
      {canAccept && (
        <Button tone="primary" shortcut="A" onClick={onAccept}>
          {row.accept}
        </Button>
      )}
      <Button shortcut="R" onClick={() => onMode("search")}>
        {row.search}
      </Button>
      <Button shortcut="T" onClick={() => onMode("waiting")}>
        {row.waiting}
      </Button>
      <Button shortcut="L" onClick={() => onMode("local")}>
        {row.local}
      </Button>
      <Button shortcut="N" onClick={() => onMode("not-coded")}>
        {row.notCoded}
      </Button>
      <Button shortcut="C" onClick={onComment}>
        {row.comment}
      </Button>
    </div>
  );
}
