/** Tells what became of a bulk action, with the way back. */
import { useCallback } from "react";
import type { Batch } from "../../api/types.ts";
import { useSay } from "../../components/said.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { useUndoing } from "./use-undoing.ts";

export function useBatchReport(project: string): (batch: Batch) => void {
  const { rows } = useMessages();
  const say = useSay();
  const undo = useUndoing(project);
  return useCallback(
    ({ batch, changed, conflicts, refused }: Batch) => {
      const parts = [
        rows.bulkDone(changed),
        conflicts.length > 0 && rows.bulkConflicts(conflicts.length),
        refused.length > 0 && rows.bulkRefused(refused.length, refused[0]!.message),
      ];
      const text = parts.filter(Boolean).join(" ");
      say(text, changed > 0 ? { undo: () => undo(batch) } : { tone: "error" });
    },
    [rows, say, undo],
  );
}
