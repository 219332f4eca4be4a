/** Undoes a batch, or one's own last action, and tells what became of it. */
import { useCallback } from "react";
import { useUndo } from "../../api/decisions.ts";
import { useErrorText } from "../../components/error-text.ts";
import { useSay } from "../../components/said.tsx";
import { useMessages } from "../../i18n/language.tsx";

export function useUndoing(project: string): (batch?: string) => void {
  const { common, rows } = useMessages();
  const say = useSay();
  const textOf = useErrorText();
  const { mutate } = useUndo(project);
  return useCallback(
    (batch?: string) =>
      mutate(batch, {
        onSuccess: ({ changed, conflicts }) => {
          if (changed === 0 && conflicts.length === 0) return say(rows.undoFailed, { tone: "error" });
          const left = conflicts.length > 0 ? ` ${common.undoConflicts(conflicts.length)}` : "";
          say(common.undone(changed) + left);
        },
        onError: (error) => say(textOf(error), { tone: "error" }),
      }),
    [mutate, say, textOf, common, rows],
  );
}
