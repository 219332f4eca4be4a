/** Upright bars with their numbers above and their names below. */
import { useFormat } from "../../i18n/format.ts";
import { Numbers } from "./numbers.tsx";

type Properties = {
  title: string;
  help: string;
  columns: readonly { readonly name: string; readonly count: number }[];
};

/** In units of the picture, which are about a pixel. */
const WIDTH = 560;
const HIGH = 110;
const GROUND = 135;

export function Columns({ title, help, columns }: Properties) {
  const format = useFormat();
  const most = Math.max(1, ...columns.map((column) => column.count));
  const step = (WIDTH - 10) / Math.max(1, columns.length);
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${WIDTH} 158`}
        role="img"
        aria-label={`${title}. ${columns.map(({ name, count }) => `${name} : ${format.number(count)}`).join(" ; ")}`}
      >
        <line className="axis" x1="5" y1={GROUND} x2={WIDTH - 5} y2={GROUND} />
        {columns.map(({ name, count }, i) => {
          const height = (count / most) * HIGH;
          const x = 5 + i * step;
          return (
            <g key={name}>
              <title>{`${name} : ${format.number(count)}`}</title>
              <rect
                className="column"
                x={x + step * 0.1}
                y={GROUND - height}
                width={step * 0.8}
                height={height}
                rx="1"
              />
              <text className="column-count" x={x + step / 2} y={GROUND - 5 - height} textAnchor="middle">
                {format.number(count)}
              </text>
              <text className="bar-told" x={x + step / 2} y={GROUND + 17} textAnchor="middle">
                {name}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span className="soft small">{help}</span>
        <Numbers heads={["", title]} rows={columns.map(({ name, count }) => [name, count])} />
      </figcaption>
    </figure>
  );
}
