/** Something to know, with a sign and words; errors are announced at once. */
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Tone = "info" | "good" | "warning" | "error";
const ICONS: Readonly<Record<Tone, IconName>> = { info: "comment", good: "check", warning: "warning", error: "cross" };

export function Notice({ tone = "info", title, children }: { tone?: Tone; title?: string; children?: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === "error" ? "alert" : undefined}>
      <Icon name={ICONS[tone]} />
      <div>
        {title && <p className="title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
