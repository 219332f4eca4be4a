/** Asks why, and does not go on without an answer. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { TextArea } from "../../components/field.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useMessages } from "../../i18n/language.tsx";

type Properties = {
  label: string;
  submit: string;
  draft: string;
  busy: boolean;
  onReason: (reason: string) => void;
  onCancel: () => void;
};

export function ReasonForm({ label, submit, draft, busy, onReason, onCancel }: Properties) {
  const { common, row } = useMessages();
  const [reason, setReason] = useDraft(draft);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== "") onReason(reason.trim());
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onCancel();
  };
  return (
    <form ref={form} className="inline-form" onSubmit={send} onKeyDown={leave}>
      <TextArea
        label={label}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        {...(tried && reason.trim() === "" ? { error: row.reasonNeeded } : {})}
      />
      <div className="buttons">
        <Button tone="primary" submit busy={busy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </form>
  );
}
