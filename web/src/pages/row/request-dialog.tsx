/** The request of a new code, filled in from the row and its best candidate. */
import { type FormEvent, useState } from "react";
import { useRequestCode } from "../../api/decisions.ts";
import type { Item } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { TextArea, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { useSay } from "../../components/said.tsx";
import { useMessages } from "../../i18n/language.tsx";

const AXES = ["component", "property", "time", "system", "scale", "method"] as const;

type Properties = { project: string; item: Item; onClose: () => void };

export function RequestDialog({ project, item, onClose }: Properties) {
  const { row, words, common } = useMessages();
  const say = useSay();
  const textOf = useErrorText();
  const requesting = useRequestCode(project);
  const [fields, setFields] = useState(() => prefilled(item));
  const set = (name: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [name]: event.target.value });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { nabm, synonyms, ...rest } = fields;
    requesting.mutate(
      { item: item.id, ...rest, nabm: parts(nabm, /[\s,;]+/), synonyms: parts(synonyms, /;/) },
      {
        onSuccess: () => {
          say(row.requested);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={row.requestTitle} wide onClose={onClose}>
      <form className="form" onSubmit={send}>
        <p className="soft">{row.requestLead}</p>
        {requesting.error && <Notice tone="error" title={textOf(requesting.error)} />}
        <div className="fields">
          {AXES.map((axis) => (
            <TextField key={axis} label={words.axes[axis]} value={fields[axis]} onChange={set(axis)} />
          ))}
          <TextField label={words.fields.unit ?? ""} value={fields.unit} onChange={set("unit")} />
          <TextField label={words.fields.nabm ?? ""} value={fields.nabm} onChange={set("nabm")} />
        </div>
        <TextField label={row.synonyms} value={fields.synonyms} onChange={set("synonyms")} wide />
        <TextArea label={row.requestWhy} value={fields.why} onChange={set("why")} required />
        <div className="buttons">
          <Button tone="primary" submit busy={requesting.isPending}>
            {row.requestSave}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function prefilled(item: Item) {
  const axes = item.proposal?.candidates[0]?.axes;
  const text = (name: string): string => {
    const value = item.fields[name];
    return value === undefined ? "" : typeof value === "string" ? value : value.join(", ");
  };
  return {
    component: axes?.component.value ?? item.label,
    property: axes?.property.value ?? "",
    time: axes?.time.value ?? "Pt",
    system: axes?.system.value ?? item.specimen,
    scale: axes?.scale.value ?? "",
    method: axes?.method.value ?? item.method,
    unit: item.unit,
    nabm: text("nabm"),
    synonyms: [item.label, text("synonym")].filter(Boolean).join("; "),
    why: "",
  };
}

function parts(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);
}
