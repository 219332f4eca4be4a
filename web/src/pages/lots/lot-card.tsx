/** One lot: how many rows, how sure, how right; its first rows to look through; accepting it whole. */
import { useState } from "react";
import { useAcceptLot } from "../../api/decisions.ts";
import { useRole } from "../../api/session.ts";
import type { Lot } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { useSay } from "../../components/said.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { useBatchReport } from "../row/use-batch-report.ts";
import { LotSample } from "./lot-sample.tsx";
import { Precision } from "./precision.tsx";

export function LotCard({ project, lot }: { project: string; lot: Lot }) {
  const { lots, words, common } = useMessages();
  const format = useFormat();
  const say = useSay();
  const textOf = useErrorText();
  const report = useBatchReport(project);
  const accepting = useAcceptLot(project);
  const mayDecide = useRole("biologist", "manager");
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState(false);
  const name = `${words.levels[lot.level]} · ${lot.specialtyName || words.noSpecialty}`;

  const accept = (): void =>
    accepting.mutate(
      { key: lot.key, versions: lot.versions },
      {
        onSuccess: report,
        onError: (error) => say(textOf(error), { tone: "error" }),
        onSettled: () => setAsking(false),
      },
    );
  return (
    <li className="card lot">
      <div className="lot-head">
        <h3>{lot.specialtyName || words.noSpecialty}</h3>
        <p className="counts">
          {lots.rows(lot.rows)}
          <br />
          <span className="soft small">
            {lots.confidence(format.percent(lot.confidence.least), format.percent(lot.confidence.most))}
            {lot.source === "memory" && ` · ${lots.memory}`}
          </span>
        </p>
        <Precision lot={lot} />
        <Button
          tone="quiet"
          icon={open ? "down" : "right"}
          aria-expanded={open}
          aria-label={`${lots.see} : ${name}`}
          onClick={() => setOpen(!open)}
        >
          {lots.see}
        </Button>
        {mayDecide && (
          <Button
            tone="primary"
            icon="check"
            onClick={() => setAsking(true)}
            aria-label={`${lots.accept(lot.rows)} : ${name}`}
          >
            {lots.accept(lot.rows)}
          </Button>
        )}
      </div>
      {open && <LotSample project={project} lot={lot} />}
      {asking && (
        <Dialog title={lots.confirm} onClose={() => setAsking(false)}>
          <p>
            <strong>{name}</strong>
          </p>
          <p>{lots.confirmText(lot.rows)}</p>
          <Precision lot={lot} long />
          <div className="buttons">
            <Button tone="primary" busy={accepting.isPending} onClick={accept} autoFocus>
              {lots.accept(lot.rows)}
            </Button>
            <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
          </div>
        </Dialog>
      )}
    </li>
  );
}
