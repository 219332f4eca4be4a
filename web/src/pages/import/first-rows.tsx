/** The first rows of a file under their columns; each column says what it is read as, and can be told otherwise. */
import type { PreviewFile } from "../../api/types.ts";
import { useMessages } from "../../i18n/language.tsx";

type Properties = { file: PreviewFile; onColumns: (columns: Record<string, number>) => void };

export function FirstRows({ file, onColumns }: Properties) {
  const { imports, words } = useMessages();
  const readAs = (index: number, field: string): void => {
    const others = file.columns.filter((column) => column.index !== index && column.field && column.field !== field);
    const columns = Object.fromEntries(others.map((column) => [column.field!, column.index]));
    onColumns(field === "" ? columns : { ...columns, [field]: index });
  };
  return (
    <>
      <h3>{imports.firstRows}</h3>
      <p className="soft small">{imports.encodingHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={`${imports.firstRows}, ${file.name}`}>
        <table>
          <thead>
            <tr>
              {file.columns.map((column) => (
                <th key={column.index} scope="col">
                  {column.heading && <span className="heading">{column.heading}</span>}
                  <select
                    aria-label={`${imports.column(column.index + 1)} ${column.heading}`.trim()}
                    value={column.field ?? ""}
                    onChange={(event) => readAs(column.index, event.target.value)}
                  >
                    <option value="">{imports.unread}</option>
                    {file.fields.map(({ field, title }) => (
                      <option key={field} value={field}>
                        {words.fields[field] ?? title}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.firstRows.map((cells, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
              <tr key={line}>
                {file.columns.map((column) => (
                  <td key={column.index}>{cells[column.index] ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
