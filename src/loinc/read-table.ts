import type { Readable } from "node:stream";
import { namedRows } from "./named-rows.ts";
import { LOINC_TABLE, termOfRow } from "./table-row.ts";
import type { Term } from "./term.ts";

export { TableError } from "./named-rows.ts";

/** The terms of a table in the official layout (comma-separated, quoted, header row), one at a time. Rows without a LOINC code are passed over. */
export async function* readTable(stream: Readable, delimiter = ","): AsyncGenerator<Term> {
  for await (const { cells } of namedRows(stream, { ...LOINC_TABLE, delimiter })) {
    const term = termOfRow(cells);
    if (term !== undefined) yield term;
  }
}
