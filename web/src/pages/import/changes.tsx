/** Rows that a re-import adds, changes or takes away. */
import type { ImportDiff } from "../../api/types.ts";
import { Icon } from "../../components/icon.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

const SHOWN = 200;

export function Changes({ title, rows }: { title: string; rows: ImportDiff["added"] }) {
  const { imports, words, common } = useMessages();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <details className="changes" open={rows.length <= 20}>
      <summary>
        {title} ({format.number(rows.length)})
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{common.code}</th>
            <th scope="col">{common.label}</th>
            <th scope="col">{imports.diff}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <tr key={`${row.level}:${row.code}`}>
              <td className="code">{row.code}</td>
              <td>
                {row.label} <span className="soft small">{words.level[row.level]}</span>
              </td>
              <td>
                {row.fields.map(({ field, before, after }) => (
                  <p key={field}>
                    {words.fields[field] ?? field} : <del>{before || "—"}</del> → <ins>{after || "—"}</ins>
                  </p>
                ))}
                {row.fields.length > 0 && (
                  <p className={row.reopens ? "warning" : "soft"}>
                    <span className="mark">
                      <Icon name={row.reopens ? "again" : "check"} /> {row.reopens ? imports.reopens : imports.keeps}
                    </span>
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && <p className="soft">{imports.andMore(rows.length - SHOWN)}</p>}
    </details>
  );
}
