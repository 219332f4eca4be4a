/** Keys that act on a page. Letters are left alone while one types, in a dialog, and when the person has switched them off. */
import { useLayoutEffect, useRef } from "react";

export type Keys = { readonly [key: string]: () => void };

const SWITCH = "transloinc.letters";

/** Whether single letters act; a person who dictates may want them off (WCAG 2.1.4). */
export function lettersOn(): boolean {
  return localStorage.getItem(SWITCH) !== "off";
}

export function switchLetters(on: boolean): void {
  localStorage.setItem(SWITCH, on ? "on" : "off");
}

/** Listens on the whole page; names are those of `KeyboardEvent.key`, letters in lower case. */
export function useKeys(keys: Keys, enabled = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  // What is shown can be acted on: a key that is pressed at once must not be lost.
  useLayoutEffect(() => {
    if (!enabled) return;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = latest.current[key];
      if (act === undefined || isTyping(event.target) || (key.length === 1 && !lettersOn())) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [enabled]);
}

/** True where keys write, or where a dialog has its own. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [role=dialog]") !== null;
}
