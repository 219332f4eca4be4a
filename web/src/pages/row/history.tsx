/** What happened to the row, latest first. */
import type { HistoryEvent } from "../../api/types.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { useOutcomeText } from "./outcome-text.ts";

export function History({ events }: { events: readonly HistoryEvent[] }) {
  const { row, words } = useMessages();
  const format = useFormat();
  const outcome = useOutcomeText();
  return (
    <details className="history">
      <summary>
        {row.history} ({format.number(events.length)})
      </summary>
      <ol>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <span className="soft small">{format.moment(event.at)}</span>
            <span>
              <strong>{words.events[event.kind] ?? event.kind}</strong> {event.actor.name}
            </span>
            <span className="what">{[outcome(event.after), event.reason].filter(Boolean).join(" — ")}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
