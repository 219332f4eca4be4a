/** The numbers of a picture as a table, for who prefers to read them. */
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

type Properties = { heads: readonly string[]; rows: readonly (readonly (string | number)[])[] };

export function Numbers({ heads, rows }: Properties) {
  const { dashboard } = useMessages();
  const format = useFormat();
  return (
    <details className="numbers">
      <summary className="small">{dashboard.asTable}</summary>
      <table>
        <thead>
          <tr>
            {heads.map((head, i) =>
              head === "" ? (
                <td key="name" />
              ) : (
                <th key={head} scope="col" className={i > 0 ? "number" : ""}>
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={String(name)}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={heads[i + 1]} className="number">
                  {typeof cell === "number" ? format.number(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
