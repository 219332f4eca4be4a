/** Reads a mapping from disk, whatever its form: the one place in this folder that does. */
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { numberOf } from "../catalogue/file-kind.ts";
import { overBytes } from "../catalogue/limits.ts";
import { unreadable } from "../catalogue/load-catalogue.ts";
import { errorAt } from "../catalogue/problems.ts";
import type { InputFile } from "../catalogue/table.ts";
import { loadDecided } from "../transcoding/load-decided.ts";
import type { MappingTable } from "./mapping.ts";
import { readConceptMap } from "./read-concept-map.ts";
import { nothing, type ReadOptions, readCsvMapping } from "./read-csv.ts";
import { isSssom, readSssom } from "./read-sssom.ts";
import { readWorkbookMapping } from "./read-workbook.ts";

/**
 * The mapping in `paths`: a folder, or files named LOINC_4, LOINC_5 and LOINC_6; or one file that is CSV, TSV, XLSX, SSSOM or a FHIR ConceptMap. What cannot
 * be read is a problem, not an exception.
 */
export async function loadMapping(paths: readonly string[], options: ReadOptions): Promise<MappingTable> {
  const [path = ""] = paths;
  try {
    const folder = (await stat(path)).isDirectory();
    if (folder || paths.every((one) => (numberOf(basename(one)) ?? 0) > 3)) return await sglMapping(paths, options);
    if (paths.length > 1) {
      const message =
        "Plusieurs fichiers ne sont lus ensemble que s'ils sont LOINC_4, LOINC_5 et LOINC_6 : donnez les autres tables une à une.";
      return nothing("csv", [errorAt({ file: "" }, "several-tables", message)]);
    }
    const tooLarge = overBytes((await stat(path)).size, basename(path), options.limits ?? {});
    if (tooLarge !== undefined) return nothing("csv", [tooLarge]);
    return await readMapping({ name: basename(path), bytes: await readFile(path) }, options);
  } catch (error) {
    return nothing("csv", [unreadable(path, error)]);
  }
}

/** The mapping in one file, which its content tells rather than its name. */
export async function readMapping(file: InputFile, options: ReadOptions): Promise<MappingTable> {
  const start = Buffer.from(file.bytes.subarray(0, 65_536)).toString("latin1");
  if (start.startsWith("PK\x03\x04")) return readWorkbookMapping(file, options);
  if (/^(\xef\xbb\xbf)?\s*\{/.test(start) || extname(file.name).toLowerCase() === ".json")
    return readConceptMap(file, options);
  return isSssom(start) ? readSssom(file, options) : readCsvMapping(file, options);
}

async function sglMapping(paths: readonly string[], { limits }: ReadOptions): Promise<MappingTable> {
  const { rows, catalogue, problems } = await loadDecided(paths, limits ?? {});
  return {
    format: "sgl",
    rows: rows.map(({ level, code, parent, label, loinc, name, file, line }) => ({
      level,
      code,
      parent,
      shown: code,
      label,
      loinc,
      name,
      file,
      line,
    })),
    catalogue,
    columns: [],
    // the audit says the same of them, better
    problems: problems.filter(({ code }) => code !== "two-codes" && code !== "wrong-check-digit"),
  };
}
