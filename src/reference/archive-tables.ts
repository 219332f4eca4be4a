/** Which tables of the official archive a file holds, told by its first line. */
import { parse } from "csv-parse/sync";
import { plain } from "../loinc/plain.ts";
import { MAP_TO_TABLE } from "../loinc/read-map-to.ts";
import { PANELS_TABLE } from "../loinc/read-panels.ts";
import { PARTS_TABLE } from "../loinc/read-parts.ts";
import { LOINC_TABLE } from "../loinc/table-row.ts";
import type { Entry } from "./source.ts";

export type ArchiveTable = "loinc" | "variant" | "map-to" | "panels" | "parts";

export type FoundTable = { readonly table: ArchiveTable; readonly entry: Entry };

/** How much of a file tells what it is, in bytes. */
const START = 64 * 1024;

/**
 * The tables in `entries` that are read, each once. Of Loinc.csv and LoincTableCore.csv the fuller one is taken; of
 * linguistic variants that of France, else another French one.
 */
export async function tablesIn(entries: readonly Entry[]): Promise<FoundTable[]> {
  const found: (FoundTable & { readonly rank: number })[] = [];
  for (const entry of entries.filter(({ name }) => /\.(csv|txt)$/i.test(name) || entries.length === 1)) {
    const start = await startOf(entry);
    const table = tableOf(start);
    if (table !== undefined) found.push({ table, entry, rank: rankOf(table, entry, start) });
  }
  const usable = found.filter(({ rank }) => rank >= 0).sort((a, b) => b.rank - a.rank);
  return usable.filter(({ table }, i) => usable.findIndex((other) => other.table === table) === i);
}

function tableOf(start: string): ArchiveTable | undefined {
  const names = headerOf(start);
  const has = (required: readonly string[]): boolean => required.every((name) => names.includes(name));
  if (has(LOINC_TABLE.required)) return names.includes("STATUS") ? "loinc" : "variant";
  if (has(PARTS_TABLE.required)) return "parts";
  if (has(MAP_TO_TABLE.required)) return "map-to";
  if (has(PANELS_TABLE.required)) return "panels";
  return undefined;
}

/** Negative for what is not read at all. */
function rankOf(table: ArchiveTable, { name, size }: Entry, start: string): number {
  if (table === "loinc") return headerOf(start).length * 1e12 + size;
  if (table !== "variant") return size;
  const language = /(?:^|\/)([a-z]{2})([A-Z]{2})\d*LinguisticVariant/.exec(name);
  if (language === null) return looksFrench(start) ? 1 : -1;
  return language[1] === "fr" ? (language[2] === "FR" ? 3 : 2) : -1;
}

/** For a variant whose name does not tell: letters and words that French has and its neighbours have not. */
function looksFrench(text: string): boolean {
  const french = text.match(/[èêçœ]|\b(du|des|par|dans|sang|numérique)\b/gi)?.length ?? 0;
  const other = text.match(/[ñßõãıłşğøå¿]|\b(en|del|por|nel|sangre|und|von)\b/gi)?.length ?? 0;
  return french > other && plain(text) !== text.toLowerCase();
}

function headerOf(start: string): string[] {
  try {
    const [first = []] = parse(start, { bom: true, to_line: 1, relax_quotes: true }) as string[][];
    return first.map((name) => name.trim());
  } catch {
    return [];
  }
}

async function startOf(entry: Entry): Promise<string> {
  const stream = await entry.open();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= START) break;
  }
  stream.destroy();
  return Buffer.concat(chunks).toString("utf8");
}
