/** A text that one is typing about something: kept while the page lives, so that going elsewhere and back loses nothing. */
import { useCallback, useState } from "react";

const drafts = new Map<string, string>();

export function useDraft(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(key) ?? "");
  const write = useCallback(
    (next: string) => {
      if (next === "") drafts.delete(key);
      else drafts.set(key, next);
      setText(next);
    },
    [key],
  );
  return [text, write];
}

/** Forgets what was typed under keys that begin so: it was sent. A comment that is being written stays. */
export function forgetDrafts(start: string): void {
  for (const key of drafts.keys()) if (key.startsWith(start) && !key.endsWith(":comment")) drafts.delete(key);
}
