/** What an event of the history led to, in words. The history keeps values of any kind: only what is known is told. */
import { useCallback } from "react";
import { useMessages } from "../../i18n/language.tsx";

type Outcome = {
  kind?: string;
  loinc?: string;
  waitingCode?: string;
  name?: string;
  text?: string;
  decision?: unknown;
};

export function useOutcomeText(): (after: unknown) => string {
  const { words } = useMessages();
  return useCallback(
    (after: unknown): string => {
      if (typeof after === "string") return after;
      if (typeof after !== "object" || after === null) return "";
      const { kind, loinc, waitingCode, name, text, decision } = after as Outcome;
      if (decision !== undefined && decision !== null) return told(decision as Outcome, words.kinds);
      return kind === undefined ? (text ?? "") : told({ kind, loinc, waitingCode, name } as Outcome, words.kinds);
    },
    [words],
  );
}

function told({ kind, loinc, waitingCode, name }: Outcome, kinds: { readonly [kind: string]: string }): string {
  const what = loinc ?? waitingCode;
  const called = kind === undefined ? undefined : kinds[kind];
  return [what === undefined || kind === "waiting" ? called : undefined, what, name].filter(Boolean).join(" ");
}
