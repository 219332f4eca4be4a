/** Four numbers. */
import type { Dashboard } from "../../api/types.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

export function Totals({ data }: { data: Dashboard }) {
  const { dashboard } = useMessages();
  const format = useFormat();
  const { states } = data;
  const decided = states.decided + states["second-read"];
  const numbers = [
    [data.items, dashboard.total],
    [states.signed, dashboard.signed],
    [decided, dashboard.decided],
    [data.items - states.signed - decided, dashboard.remaining],
  ] as const;
  return (
    <ul className="totals">
      {numbers.map(([count, name]) => (
        <li key={name}>
          <strong>{format.number(count)}</strong> <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
