/** Horizontal bars, one a row, each parted; parts differ by fill, and every number stands beside. */
import { useFormat } from "../../i18n/format.ts";
import { Numbers } from "./numbers.tsx";

export type Part = { readonly name: string; readonly className: string };
export type BarRow = { readonly name: string; readonly counts: readonly number[] };

type Properties = { title: string; help: string; parts: readonly Part[]; rows: readonly BarRow[] };

/** In units of the picture. */
const NAME = 250;
const BAR = 470;
const LINE = 28;

export function PartedBars({ title, help, parts, rows }: Properties) {
  const format = useFormat();
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
        viewBox={`0 0 1000 ${rows.length * LINE + 4}`}
        role="img"
        aria-label={`${title}. ${rows.map((row) => `${row.name} : ${told(row)}`).join(" ; ")}`}
      >
        {rows.map((row, i) => (
          <Bar key={row.name} row={row} parts={parts} y={i * LINE} most={most} told={told(row)} />
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

function Bar({
  row,
  parts,
  y,
  most,
  told,
}: {
  row: BarRow;
  parts: readonly Part[];
  y: number;
  most: number;
  told: string;
}) {
  let x = NAME + 12;
  return (
    <g>
      <title>{`${row.name} : ${told}`}</title>
      <text className="bar-name" x={NAME} y={y + 19} textAnchor="end">
        {row.name.length > 32 ? `${row.name.slice(0, 31)}…` : row.name}
      </text>
      {row.counts.map((count, p) => {
        const width = (count / most) * BAR;
        const from = x;
        x += width;
        return (
          count > 0 && (
            <rect
              key={parts[p]!.name}
              className={parts[p]!.className}
              x={from + 0.5}
              y={y + 5}
              width={Math.max(1, width - 1)}
              height="18"
              rx="1"
            />
          )
        );
      })}
      <text className="bar-told" x={x + 8} y={y + 19}>
        {told}
      </text>
    </g>
  );
}
