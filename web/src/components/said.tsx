/** What just happened, read out and shown at the foot of the page, with a way back. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useMessages } from "../i18n/language.tsx";
import { Button } from "./button.tsx";

type Said = { readonly text: string; readonly tone: "good" | "error"; readonly undo?: () => void };
type Say = (text: string, options?: { tone?: "good" | "error"; undo?: () => void }) => void;

const SayContext = createContext<Say>(() => {});

/** Long enough to read and to reach the button; the keyboard's undo works later too. */
const SHOWN_FOR = 12_000;

export function SaidProvider({ children }: { children: ReactNode }) {
  const { common } = useMessages();
  const [said, setSaid] = useState<Said>();
  const say = useCallback<Say>((text, { tone = "good", undo } = {}) => {
    setSaid({ text, tone, ...(undo ? { undo } : {}) });
  }, []);
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const value = useMemo(() => say, [say]);
  return (
    <SayContext value={value}>
      {children}
      <div className="said" role="status" aria-live="polite">
        {said && (
          <div className={`said-box ${said.tone}`}>
            <span>{said.text}</span>
            {said.undo && (
              <Button
                icon="undo"
                onClick={() => {
                  said.undo?.();
                  setSaid(undefined);
                }}
              >
                {common.undo}
              </Button>
            )}
            <Button tone="quiet" icon="cross" aria-label={common.close} onClick={() => setSaid(undefined)} />
          </div>
        )}
      </div>
    </SayContext>
  );
}

export function useSay(): Say {
  return useContext(SayContext);
}
