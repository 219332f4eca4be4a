import { readFileSync } from "node:fs";
import { loadLexicon } from "../src/lexicon/load-lexicon.ts";
import { formKey } from "../src/lexicon/tokens.ts";
import type { Readers } from "../src/tables/column-facts.ts";
import type { ChosenColumns } from "../src/tables/columns.ts";
import { readMapping } from "../src/tables/load-mapping.ts";
import type { MappingTable } from "../src/tables/mapping.ts";

const lexicon = loadLexicon();

/** The lexicon that ships, as it tells units and specimens. */
export const readers: Readers = {
  isUnit: (cell) => lexicon.units.read(cell) !== undefined,
  isSpecimen: (cell) => (lexicon.forms.get(formKey(cell)) ?? []).some(({ kind }) => kind === "specimen"),
};

/** The mapping in `content`, a text or the bytes of a file. */
export function mappingOf(
  content: string | Uint8Array,
  name = "table.csv",
  columns: ChosenColumns = {},
): Promise<MappingTable> {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  return readMapping({ name, bytes }, { columns, readers });
}

/** The cells of a small TSV file with a header, by heading. */
export function tsv(path: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  return lines.map((cells) => Object.fromEntries(head!.map((name, i) => [name, cells[i] ?? ""])));
}
