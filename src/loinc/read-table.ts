import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import { ReferenceFault } from "./reference-fault.ts";
import { REQUIRED_COLUMNS, termOfRow } from "./table-row.ts";
import type { Term } from "./term.ts";

/** Thrown when a stream is not a LOINC table; the message, in French, says which column is missing or which line is damaged. */
export class TableError extends ReferenceFault {
  override readonly name = "TableError";
}

/** The terms of a table in the official layout (comma-separated, quoted, header row), one at a time. Rows without a LOINC code are passed over. */
export async function* readTable(stream: Readable, delimiter = ","): AsyncGenerator<Term> {
  let headed = false;
  const rows = stream.pipe(
    parse({
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      columns: (header: string[]) => {
        const missing = REQUIRED_COLUMNS.filter((name) => !header.includes(name));
        if (missing.length > 0)
          throw new TableError(
            `ce n'est pas une table LOINC : colonne(s) ${missing.join(", ")} absente(s) de la première ligne.`,
          );
        headed = true;
        return header;
      },
    }),
  );
  stream.on("error", (error) => rows.destroy(error));
  try {
    for await (const row of rows) {
      const term = termOfRow(row as Record<string, string>);
      if (term !== undefined) yield term;
    }
    if (!headed) throw new TableError("ce n'est pas une table LOINC : elle est vide.");
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code.startsWith("CSV_"))
      throw new TableError(
        `la table LOINC est abîmée (ligne ${(error as { lines?: number }).lines ?? "?"}) ; téléchargez-la de nouveau.`,
      );
    throw error;
  }
}
