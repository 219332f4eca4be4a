/** A button: the one of a page that goes on is `primary`. While `busy` it keeps its focus and does nothing. */
import type { ComponentProps } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Properties = Omit<ComponentProps<"button">, "type"> & {
  tone?: "primary" | "plain" | "quiet" | "danger";
  icon?: IconName;
  busy?: boolean;
  submit?: boolean;
  /** The key that does the same, shown after the words. */
  shortcut?: string;
};

export function Button({ tone = "plain", icon, busy = false, submit = false, shortcut, ...rest }: Properties) {
  const { children, onClick, className = "", ...others } = rest;
  return (
    <button
      type={submit ? "submit" : "button"}
      className={`button ${tone} ${className}`}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      {...others}
    >
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && (
        <span className="key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
