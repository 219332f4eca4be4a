/** Reads the tables of the official archive into a release and its companions. */
import type { Readable } from "node:stream";
import { releaseBuilder } from "../loinc/build-release.ts";
import { completeTerm } from "../loinc/complete.ts";
import { namedRows, TableError } from "../loinc/named-rows.ts";
import { errorAt, grouped, type Problem, warningAt } from "../loinc/problem.ts";
import { readMapTo } from "../loinc/read-map-to.ts";
import { readPanels } from "../loinc/read-panels.ts";
import { readParts } from "../loinc/read-parts.ts";
import { readVariant, type VariantRow } from "../loinc/read-variant.ts";
import type { Release } from "../loinc/release.ts";
import { LOINC_TABLE, termOfRow } from "../loinc/table-row.ts";
import { ZipError } from "../loinc/zip.ts";
import type { FoundTable } from "./archive-tables.ts";
import { type Companions, NO_COMPANIONS } from "./companions.ts";
import { frenchNamesBuilder } from "./french-names.ts";
import { specificSynonyms } from "./synonyms.ts";
import { byVersion } from "./versions.ts";

export type ArchiveContent = {
  readonly release: Release | undefined;
  /** The latest release in which a term was changed: that of the table; empty when it does not say. */
  readonly version: string;
  readonly companions: Companions;
  readonly problems: readonly Problem[];
};

/** Told the bytes read so far of all files. */
export type BytesRead = (bytes: number) => void;

/**
 * What `tables` hold. A table that is damaged is an error and left out; its rows without LOINC codes are warnings. Terms get the search words of
 * `starter`.
 */
export async function readArchive(
  tables: readonly FoundTable[],
  starter: Release,
  onBytes: BytesRead,
): Promise<ArchiveContent> {
  const problems: Problem[] = [];
  const content: { -readonly [key in keyof Companions]: Companions[key] } = { ...NO_COMPANIONS };
  let release: Release | undefined;
  let version = "";
  let before = 0;
  for (const { table, entry } of tables) {
    const bad: number[] = [];
    const onBadCode = (line: number): void => void bad.push(line);
    const stream = await entry.open();
    let bytes = before;
    stream.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      onBytes(bytes);
    });
    try {
      if (table === "loinc") {
        const read = await readTerms(stream, starter, onBadCode);
        version = read.version;
        release = read.builder.build({ title: "LOINC", version, source: entry.name });
        content.notices = read.notices;
      } else if (table === "variant") content.french = [await frenchOf(stream, onBadCode)];
      else if (table === "map-to") content.replacements = await readMapTo(stream, onBadCode);
      else if (table === "panels") content.panels = await readPanels(stream, onBadCode);
      else content.partNames = await readParts(stream);
    } catch (error) {
      if (!(error instanceof TableError || error instanceof ZipError)) throw error;
      const line = error instanceof TableError ? error.line : 0;
      problems.push(errorAt({ file: entry.name, line }, "damaged-table", sentence(error.message)));
    } finally {
      stream.destroy();
    }
    before += entry.size;
    problems.push(...grouped(bad.map((line) => warningAt({ file: entry.name, line }, "no-loinc-code", NO_CODE))));
  }
  return { release, version, companions: content, problems };
}

const NO_CODE =
  "Cette ligne n'a pas de code LOINC valable : elle est passée. Téléchargez de nouveau le fichier s'il y en a beaucoup.";

function sentence(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

async function readTerms(stream: Readable, starter: Release, onBadCode: (line: number) => void) {
  const builder = releaseBuilder();
  const notices = new Map<string, string>();
  let version = "";
  for await (const { line, cells } of namedRows(stream, LOINC_TABLE)) {
    const term = termOfRow(cells);
    if (term === undefined) {
      onBadCode(line);
      continue;
    }
    builder.add(completeTerm(term, starter));
    const notice = cells.EXTERNAL_COPYRIGHT_NOTICE?.trim() ?? "";
    if (notice !== "") notices.set(term.code, notice);
    const changed = cells.VersionLastChanged?.trim() ?? "";
    if (/^\d+\.\d+/.test(changed) && byVersion(changed, version) > 0) version = changed;
  }
  return { builder, notices, version };
}

async function frenchOf(stream: Readable, onBadCode: (line: number) => void) {
  const rows: VariantRow[] = [];
  for await (const row of readVariant(stream, onBadCode)) rows.push(row);
  const synonyms = specificSynonyms(rows.map(({ component, related }) => ({ component, synonyms: related })));
  const names = frenchNamesBuilder();
  rows.forEach(({ longName, related: _, ...axes }, i) => {
    names.add({ ...axes, label: longName, synonyms: synonyms[i]! });
  });
  return names.build();
}
