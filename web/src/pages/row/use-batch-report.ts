/** Tells what became of a bulk action, with the way back. */
import { useCallback } from "react";
import type { Batch } from "../../api/types.ts";
import { useSay } from "../../components/said.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { useUndoing } from "./use-undoing.ts";

export function useBatchReport(project: string): (batch: Batch) => void {
  const { rows } = useMessages();
  const format = useFormat();
  const say = useSay();
  const undo = useUndoing(project);
  return useCallback(
    ({ batch, changed, conflicts, refused }: Batch) => {
      const parts = [
        rows.bulkDone(format.number(changed)),
        conflicts.length > 0 && rows.bulkConflicts(format.number(conflicts.length)),
        refused.length > 0 && rows.bulkRefused(format.number(refused.length), refused[0]!.message),
      ];
      const text = parts.filter(Boolean).join(" ");
      say(text, changed > 0 ? { undo: () => undo(batch) } : { tone: "error" });
    },
    [rows, format, say, undo],
  );
}
