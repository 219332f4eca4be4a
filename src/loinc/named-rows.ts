/** Rows of a comma-separated file whose first line names the columns, as the official archive holds them. */
import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import { ReferenceFault } from "./reference-fault.ts";

/** Thrown when a stream is not the table that was asked for; the message, in French, says which column is missing or which line is damaged. */
export class TableError extends ReferenceFault {
  override readonly name = "TableError";
  /** From 1; 0 when the whole table is meant. */
  readonly line: number;

  constructor(message: string, line = 0) {
    super(message);
    this.line = line;
  }
}

export type NamedRow = { readonly line: number; readonly cells: Readonly<Record<string, string | undefined>> };

export type TableShape = {
  /** What the table is called in messages, with its article: `une table LOINC`. */
  readonly what: string;
  readonly required: readonly string[];
  /** A comma unless said otherwise. */
  readonly delimiter?: string;
};

/** The rows of `stream`, one at a time. Throws `TableError`, and what the stream throws. */
export async function* namedRows(stream: Readable, shape: TableShape): AsyncGenerator<NamedRow> {
  const { what, required, delimiter = "," } = shape;
  let headed = false;
  const rows = stream.pipe(
    parse({
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      columns: (header: string[]) => {
        const missing = required.filter((name) => !header.includes(name));
        if (missing.length > 0)
          throw new TableError(
            `ce n'est pas ${what} : colonne(s) ${missing.join(", ")} absente(s) de la première ligne.`,
            1,
          );
        headed = true;
        return header;
      },
    }),
  );
  stream.on("error", (error) => rows.destroy(error));
  try {
    for await (const { info, record } of rows as AsyncIterable<{ info: { lines: number }; record: NamedRow["cells"] }>)
      yield { line: info.lines, cells: record };
    if (!headed) throw new TableError(`ce n'est pas ${what} : elle est vide.`);
  } catch (error) {
    const { code = "", lines = 0 } = error as { code?: string; lines?: number };
    if (!code.startsWith("CSV_")) throw error;
    const name = what.replace(/^une /, "la ");
    throw new TableError(`${name} est abîmée (ligne ${lines || "?"}) ; téléchargez-la de nouveau.`, lines);
  }
}
