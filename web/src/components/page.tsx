/** A page: its title goes to the window and, when one comes from another page, gets the focus, so that it is read out. */
import { type ReactNode, useLayoutEffect, useRef } from "react";

type Properties = { title: string; lead?: ReactNode; actions?: ReactNode; className?: string; children: ReactNode };

/** The page shown last: the first one of a visit leaves the focus alone. */
let shown = "";

export function Page({ title, lead, actions, className = "", children }: Properties) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the page is painted: later, the focus would be taken from who has gone on already.
  useLayoutEffect(() => {
    document.title = `${title} · Transloinc`;
    if (shown !== "" && shown !== title) heading.current?.focus();
    shown = title;
  }, [title]);
  return (
    <main className={`page ${className}`} id="contenu">
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="soft">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
