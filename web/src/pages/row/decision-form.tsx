/** A decision without a LOINC code: waiting code, local code alone, not to be coded; each with its reason. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Decision } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { TextArea, TextField } from "../../components/field.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useMessages } from "../../i18n/language.tsx";

export type OtherKind = Exclude<Decision["kind"], "loinc">;

const KINDS: readonly OtherKind[] = ["waiting", "local", "not-coded"];

type Properties = {
  kind: OtherKind;
  onKind: (kind: OtherKind) => void;
  busy: boolean;
  onDecide: (decision: Decision) => void;
  onCancel: () => void;
  /** Under which key what is typed is kept. */
  draft?: string;
};

export function DecisionForm({ kind, onKind, busy, onDecide, onCancel, draft = "bulk" }: Properties) {
  const { row, words, common } = useMessages();
  const [reason, setReason] = useDraft(`${draft}:reason`);
  const [code, setCode] = useDraft(`${draft}:waiting`);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);

  const needsCode = kind === "waiting" && code.trim() === "";
  const needsReason = reason.trim() === "";
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (needsCode || needsReason) return;
    const waiting = kind === "waiting" ? { waitingCode: code.trim() } : {};
    onDecide({ kind, ...waiting, reason: reason.trim(), from: "proposal" });
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onCancel();
  };
  return (
    <form ref={form} className="inline-form" onSubmit={send} onKeyDown={leave}>
      <fieldset>
        <legend>{row.decide}</legend>
        {KINDS.map((name) => (
          <label key={name} className="radio">
            <input type="radio" name="kind" value={name} checked={kind === name} onChange={() => onKind(name)} />{" "}
            <span>
              {words.kinds[name]} <span className="soft small">{words.kindHelp[name]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {kind === "waiting" && (
        <TextField
          label={row.waitingCode}
          help={row.waitingCodeHelp}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          {...(tried && needsCode ? { error: row.waitingCodeNeeded } : {})}
        />
      )}
      <TextArea
        label={row.reason}
        help={row.reasonHelp}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        {...(tried && needsReason ? { error: row.reasonNeeded } : {})}
      />
      <div className="suggestions">
        {row.reasons[kind].map((text) => (
          <Button key={text} tone="quiet" onClick={() => setReason(text)}>
            {text}
          </Button>
        ))}
      </div>
      <div className="buttons">
        <Button tone="primary" submit busy={busy}>
          {row.confirm}
        </Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </form>
  );
}
