/** What an audit is told of LOINC beside the reference: replacements of deprecated codes, the French value set. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { parse } from "csv-parse";
import { isLoincCode } from "../loinc/code.ts";
import { UnreadableReference } from "../loinc/open-reference.ts";
import { loadMapping } from "../tables/load-mapping.ts";
import type { ReadOptions } from "../tables/read-csv.ts";

/** Deprecated code → what LOINC gives instead, from the MapTo.csv of the official archive. Throws `UnreadableReference` when it is none. */
export async function readMapTo(path: string): Promise<ReadonlyMap<string, readonly { readonly code: string }[]>> {
  const found = new Map<string, { code: string }[]>();
  try {
    const rows = createReadStream(path).pipe(parse({ bom: true, columns: true, relax_column_count: true }));
    await stat(path);
    for await (const row of rows as AsyncIterable<Readonly<Record<string, string | undefined>>>) {
      const [from, to] = [row.LOINC?.trim() ?? "", row.MAP_TO?.trim() ?? ""];
      if (isLoincCode(from) && isLoincCode(to)) found.set(from, [...(found.get(from) ?? []), { code: to }]);
    }
  } catch (error) {
    throw new UnreadableReference(`${path} : ce n'est pas un MapTo.csv lisible (${(error as Error).message}).`);
  }
  if (found.size === 0)
    throw new UnreadableReference(
      `${path} : aucune ligne n'a les colonnes LOINC et MAP_TO ; donnez le MapTo.csv de l'archive officielle.`,
    );
  return found;
}

/** The codes of *Circuit de la biologie*, from a CSV or XLSX that has a column of them. Throws `UnreadableReference` when there is none. */
export async function readCircuit(path: string, readers: ReadOptions["readers"]): Promise<ReadonlySet<string>> {
  const { rows, problems } = await loadMapping([path], { columns: {}, readers });
  const codes = new Set(rows.map(({ loinc }) => loinc).filter(isLoincCode));
  if (codes.size === 0)
    throw new UnreadableReference(`${path} : aucun code LOINC n'y est lu. ${problems[0]?.message ?? ""}`.trim());
  return codes;
}
