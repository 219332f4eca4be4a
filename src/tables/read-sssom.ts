/** A mapping in SSSOM (Simple Standard for Sharing Ontological Mappings), tab-separated, with or without its metadata in comments. */
import { errorAt } from "../catalogue/problems.ts";
import { checkText, type InputFile, recordsOf } from "../catalogue/table.ts";
import { buildMapping, type PlainRow } from "./build-mapping.ts";
import { type Field, fieldsNamed } from "./fields.ts";
import type { MappingTable } from "./mapping.ts";
import { nothing, type ReadOptions } from "./read-csv.ts";
import { isLoincReference, localName } from "./references.ts";

/** True when `text` begins like an SSSOM file. */
export function isSssom(text: string): boolean {
  const header = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  return /(^|\t)subject_id(\t|$)/.test(header) && /(^|\t)object_id(\t|$)/.test(header);
}

/** The mapping in the SSSOM file: rows of which subject or object is a LOINC code. A row that says *Not* maps nothing. Extension columns such as `unit` are read too. */
export function readSssom(file: InputFile, options: ReadOptions): MappingTable {
  const text = checkText(file, options.limits ?? {});
  if ("severity" in text) return nothing("sssom", [text]);
  const { filled } = recordsOf(text, text.detected.encoding);
  const [header, ...records] = filled.filter(({ cells }) => !cells[0]!.startsWith("#"));
  const headings = (header?.cells ?? []).map((cell) => cell.trim());
  const extra = headings.map((heading) => (SSSOM.test(heading) ? undefined : extension(heading)));
  const rows = records.flatMap(({ line, cells }): PlainRow[] => {
    const cell = (heading: string): string => cells[headings.indexOf(heading)]?.trim() ?? "";
    if (/^not$/i.test(cell("predicate_modifier"))) return [];
    const [from, to] = isLoincReference(cell("subject_id"))
      ? (["object", "subject"] as const)
      : (["subject", "object"] as const);
    if (!isLoincReference(cell(`${to}_id`))) return [];
    const fields: Partial<Record<Field, string>> = {
      code: localName(cell(`${from}_id`)),
      label: cell(`${from}_label`),
      loinc: localName(cell(`${to}_id`)),
      name: cell(`${to}_label`),
    };
    for (const [i, field] of extra.entries())
      if (field !== undefined && fields[field] === undefined) fields[field] = cells[i] ?? "";
    return [{ line, fields }];
  });
  const none = errorAt(
    { file: file.name },
    "no-loinc-mapping",
    "Aucune ligne de ce fichier SSSOM ne mène à un code LOINC : vérifiez ses colonnes subject_id et object_id.",
  );
  return { format: "sssom", ...buildMapping(rows, file.name), columns: [], problems: rows.length === 0 ? [none] : [] };
}

/** Columns of the standard itself. */
const SSSOM =
  /^(subject|object|predicate|mapping|author|creator|reviewer|confidence|similarity|match|preprocessing|comment|license|see_also|other|cardinality|issue|curation|record)/;

function extension(heading: string): Field | undefined {
  return [...fieldsNamed(heading)].sort(([, a], [, b]) => b - a)[0]?.[0];
}
