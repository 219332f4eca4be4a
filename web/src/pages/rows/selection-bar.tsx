/** What to do with the ticked rows, all at once; undone as one. */
import { useState } from "react";
import { useDecideMany } from "../../api/decisions.ts";
import type { Decision } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { useKeys } from "../../components/keyboard/use-keys.ts";
import { useSay } from "../../components/said.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { DecisionForm, type OtherKind } from "../row/decision-form.tsx";
import { useBatchReport } from "../row/use-batch-report.ts";
import type { Selection } from "./use-selection.ts";

export function SelectionBar({ project, selection }: { project: string; selection: Selection }) {
  const { rows: words } = useMessages();
  const say = useSay();
  const textOf = useErrorText();
  const report = useBatchReport(project);
  const deciding = useDecideMany(project);
  const [kind, setKind] = useState<OtherKind>();

  const ticked = [...selection.ticked.values()];
  const proposed = ticked.filter((row) => row.candidate !== null);

  const decide = (decisions: Parameters<typeof deciding.mutate>[0]): void =>
    deciding.mutate(decisions, {
      onSuccess: (batch) => {
        report(batch);
        setKind(undefined);
        selection.clear();
      },
      onError: (error) => say(textOf(error), { tone: "error" }),
    });
  const acceptAll = (): void => {
    if (proposed.length === 0) {
      say(words.nothingToAccept, { tone: "error" });
      return;
    }
    decide(
      proposed.map(({ id, version, candidate }) => ({
        item: id,
        version,
        decision: { kind: "loinc", loinc: candidate!.loinc, reason: "", from: "lot" },
      })),
    );
  };
  const decideAll = (decision: Decision): void =>
    decide(ticked.map(({ id, version }) => ({ item: id, version, decision: { ...decision, from: "lot" } })));

  useKeys(
    {
      a: acceptAll,
      t: () => setKind("waiting"),
      l: () => setKind("local"),
      n: () => setKind("not-coded"),
    },
    kind === undefined,
  );
  return (
    <div className="selection-bar">
      <strong role="status">{words.ticked(ticked.length)}</strong>
      <Button tone="primary" shortcut="A" busy={deciding.isPending} onClick={acceptAll}>
        {words.acceptAll(proposed.length)}
      </Button>
      <Button onClick={() => setKind("not-coded")}>{words.bulk}</Button>
      <Button tone="quiet" icon="cross" onClick={selection.clear}>
        {words.untick}
      </Button>
      {kind && (
        <Dialog title={words.bulkTitle(ticked.length)} onClose={() => setKind(undefined)}>
          <DecisionForm
            kind={kind}
            onKind={setKind}
            busy={deciding.isPending}
            onDecide={decideAll}
            onCancel={() => setKind(undefined)}
          />
        </Dialog>
      )}
    </div>
  );
}
