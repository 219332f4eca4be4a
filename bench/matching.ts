/**
 * How fast and how big: `npm run bench -- --reference PATH [--catalogue DIR] [--rows N…] [--workers N] [--terms N]`. Measures the built program in
 * fresh processes: start, rows a second, memory, how both grow, threads, `map` from file to file, and MiniSearch in the same run. It says figures;
 * it passes nothing and fails nothing. On a machine that others use, CPU seconds tell more than seconds, and ratios more than either.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadCatalogue } from "../src/catalogue/load-catalogue.ts";
import type { Catalogue } from "../src/catalogue/types.ts";
import { openReleases } from "../src/engine/open-matcher.ts";
import { encodePack } from "../src/loinc/pack.ts";
import { withComponents } from "../src/matching/frozen-components.ts";
import { filesOf } from "./catalogue-files.ts";
import { generateCatalogue } from "./generate-catalogue.ts";
import { generateReference } from "./generate-reference.ts";
import { buildBaseline } from "./minisearch-baseline.ts";

const SEED = 20261115;
const STARTS = 5;
const QUERIES = 300;

type Memory = { readonly rss: number; readonly peak: number };
type Start = Memory & {
  readonly laps: Readonly<Record<string, number>>;
  readonly firstProposal: number;
  readonly terms: number;
};
type Rows = { readonly peak: number; readonly ms: number; readonly cpu: number };

const { values: options } = parseArgs({
  options: {
    reference: { type: "string" },
    catalogue: {
      type: "string",
      default: fileURLToPath(new URL("../examples/laboratoire-du-port", import.meta.url)),
    },
    rows: { type: "string", multiple: true },
    workers: { type: "string", default: String(Math.max(1, availableParallelism() - 1)) },
    terms: { type: "string", default: "110000" },
  },
});
if (options.reference === undefined || !existsSync(options.reference)) {
  console.error("usage: npm run bench -- --reference PATH [--catalogue DIR] [--rows N…] [--workers N] [--terms N]");
  process.exit(2);
}
const reference = options.reference;
const sizes = (options.rows ?? ["1000", "10000", "100000"]).map(Number);
const folder = mkdtempSync(join(tmpdir(), "transloinc-bench-"));
try {
  console.log(`${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, Node.js ${process.version}, ${reference}`);
  const { catalogue } = await loadCatalogue([options.catalogue]);
  const { release } = await openReleases([reference]);
  // The program reads any form of a reference; what is measured is a pack.
  const pack = join(folder, "reference.pack");
  writeFileSync(pack, encodePack(withComponents(release)));
  printStart(pack);
  const middle = sizes[Math.min(1, sizes.length - 1)]!;
  const largest = sizes.at(-1)!;
  const workers = Number(options.workers);
  heading(`Rows (analyses and exams), one process each, one thread, seed ${SEED}`);
  const perRow = sizes.map((size) => [size, printRows(pack, catalogue, size, 0)] as const);
  heading(`The largest of them, threads beside the first: ${workers}`);
  printRows(pack, catalogue, largest, workers);
  for (const beside of [0, workers]) {
    heading(`transloinc map on files of as many rows, start, reports and all, threads beside the first: ${beside}`);
    printMap(pack, catalogue, largest, beside);
  }
  const large = generateReference(release, Number(options.terms), SEED);
  writeFileSync(pack, encodePack(withComponents(large)));
  heading(`Rows against ${large.info.title}, one thread`);
  printRows(pack, catalogue, middle, 0);
  printStart(pack);
  printBaseline(release, catalogue, perRow.find(([size]) => size === middle)![1]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What `script`, run in a fresh process, prints. */
function run<T>(script: string, ...args: string[]): T {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [path, ...args], { encoding: "utf8" })) as T;
}

function printStart(pack: string): void {
  const starts = Array.from({ length: STARTS }, () => run<Start>("child.mjs", "start", pack));
  const least = (of: (start: Start) => number): string => `${Math.min(...starts.map(of)).toFixed(0)} ms`;
  console.log(`\nStart, ${starts[0]!.terms} terms, best of ${STARTS} fresh processes`);
  for (const name of Object.keys(starts[0]!.laps))
    line(
      name,
      least((start) => start.laps[name]!),
    );
  line(
    "first proposal since process start",
    least((start) => start.firstProposal),
  );
  line("memory after the first proposal", megabytes(starts[0]!.rss));
}

function heading(title: string): void {
  console.log(`\n${title}`);
  printCells(["rows", "distinct labels", "seconds", "CPU seconds", "rows / s", "rows / CPU s", "peak memory"]);
}

/** Prints a line of the growth table; CPU milliseconds a row. */
function printRows(pack: string, catalogue: Catalogue, size: number, workers: number): number {
  const made = generateCatalogue(catalogue, size, SEED);
  const path = join(folder, `${size}.json`);
  writeFileSync(path, JSON.stringify(made));
  const rows = run<Rows>("child.mjs", "rows", pack, path, String(workers));
  printLine(size, labelsOf(made), rows);
  return rows.cpu / size;
}

function printMap(pack: string, catalogue: Catalogue, size: number, workers: number): void {
  const made = generateCatalogue(catalogue, size, SEED);
  const input = join(folder, `map-${size}`);
  mkdirSync(input, { recursive: true });
  for (const { name, bytes } of filesOf(made)) writeFileSync(join(input, name), bytes);
  printLine(size, labelsOf(made), run<Rows>("map-child.mjs", input, pack, String(workers)));
  rmSync(input, { recursive: true });
}

function printLine(size: number, labels: number, { ms, cpu, peak }: Rows): void {
  const rate = (milliseconds: number): string => ((1000 * size) / milliseconds).toFixed(0);
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
  printCells([String(size), String(labels), seconds(ms), seconds(cpu), rate(ms), rate(cpu), megabytes(peak)]);
}

function labelsOf({ analyses, exams }: Catalogue): number {
  return new Set([...analyses, ...exams].map((row) => row.label)).size;
}

function printCells(cells: readonly string[]): void {
  console.log(cells.map((cell) => cell.padStart(16)).join(""));
}

function printBaseline(release: Parameters<typeof buildBaseline>[0], catalogue: Catalogue, perRow: number): void {
  console.log("\nMiniSearch, same reference, labels of the same rows");
  const before = performance.now();
  const baseline = buildBaseline(release);
  line("index", `${(performance.now() - before).toFixed(0)} ms`);
  const made = generateCatalogue(catalogue, QUERIES, SEED);
  const rows = [...made.analyses, ...made.exams];
  const started = process.cpuUsage();
  for (const row of rows) baseline.search(`${row.label} ${row.synonym}`, 10);
  const { user, system } = process.cpuUsage(started);
  const each = (user + system) / 1000 / rows.length;
  line("a query, CPU", `${each.toFixed(1)} ms`);
  line("a row of Transloinc, read, ranked and explained, CPU", `${perRow.toFixed(2)} ms`);
  line("ratio", `${(each / perRow).toFixed(0)} times`);
}

function line(name: string, value: string): void {
  console.log(`  ${name.padEnd(54)} ${value.padStart(12)}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
