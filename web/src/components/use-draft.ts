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
