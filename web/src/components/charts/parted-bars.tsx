/** Horizontal bars, one a row, each parted; parts differ by fill, and every number stands beside. */
import { useFormat } from "../../i18n/format.ts";
import { Numbers } from "./numbers.tsx";

export type Part = { readonly name: string; readonly className: string };
export type BarRow = { readonly name: string; readonly counts: readonly number[] };

type Properties = { title: string; help: string; parts: readonly Part[]; rows: readonly BarRow[]; half?: boolean };

/** In units of the picture, which are about a pixel: room for names, longest bar, whole width. */
type Room = { readonly name: number; readonly bar: number; readonly width: number };
const WHOLE: Room = { name: 250, bar: 560, width: 1140 };
const HALF: Room = { name: 110, bar: 270, width: 560 };
const LINE = 24;
/** Of a letter, roughly. */
const LETTER = 7.2;

export function PartedBars({ title, help, parts, rows, half = false }: Properties) {
  const format = useFormat();
  const room = half ? HALF : WHOLE;
  const totals = rows.map((row) => row.counts.reduce((sum, count) => sum + count, 0));
  const most = Math.max(1, ...totals);
  const told = (row: BarRow): string =>
    row.counts
      .map((count, p) => (count > 0 ? `${format.number(count)} ${parts[p]!.name.toLowerCase()}` : ""))
      .filter(Boolean)
      .join(", ");
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${room.width} ${rows.length * LINE + 4}`}
        role="img"
        aria-label={`${title}. ${rows.map((row) => `${row.name} : ${told(row)}`).join(" ; ")}`}
      >
        {rows.map((row, i) => (
          <Bar key={row.name} row={row} parts={parts} y={i * LINE} most={most} told={told(row)} room={room} />
        ))}
      </svg>
      <figcaption>
        <span className="legend">
          {parts.map((part) => (
            <span key={part.name}>
              <svg width="22" height="12" aria-hidden="true">
                <rect className={part.className} x="1" y="1" width="20" height="10" rx="1" />
              </svg>{" "}
              {part.name}
            </span>
          ))}
        </span>
        <span className="soft small">{help}</span>
        <Numbers heads={["", ...parts.map((part) => part.name)]} rows={rows.map((row) => [row.name, ...row.counts])} />
      </figcaption>
    </figure>
  );
}

type BarProperties = { row: BarRow; parts: readonly Part[]; y: number; most: number; told: string; room: Room };

function Bar({ row, parts, y, most, told, room }: BarProperties) {
  const letters = Math.floor(room.name / LETTER);
  let x = room.name + 10;
  return (
    <g>
      <title>{`${row.name} : ${told}`}</title>
      <text className="bar-name" x={room.name} y={y + 16} textAnchor="end">
        {row.name.length > letters ? `${row.name.slice(0, letters - 1)}…` : row.name}
      </text>
      {row.counts.map((count, p) => {
        const width = (count / most) * room.bar;
        const from = x;
        x += width;
        return (
          count > 0 && (
            <rect
              key={parts[p]!.name}
              className={parts[p]!.className}
              x={from + 0.5}
              y={y + 4}
              width={Math.max(1, width - 1)}
              height="16"
              rx="1"
            />
          )
        );
      })}
      <text className="bar-told" x={x + 8} y={y + 16}>
        {told}
      </text>
    </g>
  );
}
