/** Decides on one row. When somebody was faster, both decisions are kept until the person says which stands. */
import { useCallback, useState } from "react";
import { conflictOf, useDecide } from "../../api/decisions.ts";
import type { Conflict, Decision } from "../../api/types.ts";
import { useErrorText } from "../../components/error-text.ts";
import { useSay } from "../../components/said.tsx";
import { forgetDrafts } from "../../components/use-draft.ts";
import { useMessages } from "../../i18n/language.tsx";
import { useUndoing } from "./use-undoing.ts";

/** What must be known of a row to decide on it: the list knows as much. */
type Decidable = { readonly id: number; readonly label: string; readonly version: number };

export function useDeciding(project: string, item: Decidable, onDecided: () => void) {
  const { row, words } = useMessages();
  const { mutateAsync, isPending } = useDecide(project);
  const say = useSay();
  const undo = useUndoing(project);
  const textOf = useErrorText();
  /** How many decisions went through: forms close on each. */
  const [decided, setDecided] = useState(0);
  const [conflict, setConflict] = useState<{ theirs: Conflict; mine: Decision }>();

  const send = useCallback(
    async (decision: Decision, version: number) => {
      try {
        const now = await mutateAsync({ item: item.id, version, decision });
        const batch = now.history.at(-1)?.batch;
        const what = decision.loinc ?? decision.waitingCode ?? words.kinds[decision.kind];
        say(`${item.label} — ${row.decided(what)}`, batch ? { undo: () => undo(batch) } : {});
        setConflict(undefined);
        setDecided((before) => before + 1);
        forgetDrafts(`${project}:${item.id}:`);
        onDecided();
      } catch (error) {
        const theirs = conflictOf(error);
        if (theirs) setConflict({ theirs, mine: decision });
        // Said in any case: one may have gone on to another row.
        say(`${item.label} — ${theirs ? row.conflict : textOf(error)}`, { tone: "error" });
      }
    },
    [project, item.id, item.label, mutateAsync, say, undo, textOf, onDecided, row, words],
  );

  const decide = (decision: Decision): void => {
    if (!isPending) send(decision, item.version);
  };
  const settle = (keepMine: boolean): void => {
    if (conflict && keepMine) send(conflict.mine, conflict.theirs.version);
    else setConflict(undefined);
  };
  return { decide, busy: isPending, decided, conflict, settle };
}

export type Deciding = ReturnType<typeof useDeciding>;
