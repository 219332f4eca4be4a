/**
 * How fast and how big: `npm run bench -- --reference PATH [--catalogue DIR] [--rows N…]`. Measures the built program in fresh processes: start, rows
 * a second on one core, memory, and MiniSearch in the same run. It says figures; it passes nothing and fails nothing.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadCatalogue } from "../src/catalogue/load-catalogue.ts";
import type { Catalogue } from "../src/catalogue/types.ts";
import { openReleases } from "../src/engine/open-matcher.ts";
import { generateCatalogue } from "./generate-catalogue.ts";
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
type Rows = Memory & { readonly items: number; readonly ms: number; readonly cpu: number };

const { values: options } = parseArgs({
  options: {
    reference: { type: "string" },
    catalogue: {
      type: "string",
      default: fileURLToPath(new URL("../examples/laboratoire-du-port", import.meta.url)),
    },
    rows: { type: "string", multiple: true },
    max: { type: "boolean", default: false },
  },
});
if (options.reference === undefined || !existsSync(options.reference)) {
  console.error("usage: npm run bench -- --reference PATH [--catalogue DIR] [--rows N…] [--max]");
  process.exit(2);
}
const reference = options.reference;
const sizes = (options.rows ?? ["1000", "10000", "100000"]).map(Number);
const folder = mkdtempSync(join(tmpdir(), "transloinc-bench-"));
try {
  console.log(`${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, Node.js ${process.version}, ${reference}`);
  printStart();
  const { catalogue } = await loadCatalogue([options.catalogue]);
  const perRow = printRows(catalogue);
  await printBaseline(catalogue, perRow);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function child<T>(...args: string[]): T {
  const script = fileURLToPath(new URL("child.mjs", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, ...args], { encoding: "utf8" })) as T;
}

function printStart(): void {
  const starts = Array.from({ length: STARTS }, () => child<Start>("start", reference));
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

/** Prints the growth table; milliseconds a row at the middle size. */
function printRows(catalogue: Catalogue): number {
  console.log(`\nRows (analyses and exams), one process each, seed ${SEED}`);
  const head = ["rows", "distinct labels", "seconds", "rows / s", "rows / CPU s", "memory"];
  console.log([...head, ...(options.max ? ["peak"] : [])].map((cell) => cell.padStart(16)).join(""));
  const perRow: number[] = [];
  for (const size of sizes) {
    const made = generateCatalogue(catalogue, size, SEED);
    const labels = new Set([...made.analyses, ...made.exams].map((row) => row.label)).size;
    const path = join(folder, `${size}.json`);
    writeFileSync(path, JSON.stringify(made));
    const { ms, cpu, rss, peak } = child<Rows>("rows", reference, path);
    perRow.push(ms / size);
    const rate = (milliseconds: number): string => ((1000 * size) / milliseconds).toFixed(0);
    const cells = [String(size), String(labels), (ms / 1000).toFixed(2), rate(ms), rate(cpu), megabytes(rss)];
    console.log([...cells, ...(options.max ? [megabytes(peak)] : [])].map((cell) => cell.padStart(16)).join(""));
  }
  return perRow[Math.min(1, perRow.length - 1)]!;
}

async function printBaseline(catalogue: Catalogue, perRow: number): Promise<void> {
  console.log("\nMiniSearch, same reference, labels of the same rows");
  const { release } = await openReleases([reference]);
  const before = performance.now();
  const baseline = buildBaseline(release);
  line("index", `${(performance.now() - before).toFixed(0)} ms`);
  const made = generateCatalogue(catalogue, QUERIES, SEED);
  const rows = [...made.analyses, ...made.exams];
  const started = performance.now();
  for (const row of rows) baseline.search(`${row.label} ${row.synonym}`, 10);
  const each = (performance.now() - started) / rows.length;
  line("a query", `${each.toFixed(1)} ms`);
  line("a row of Transloinc, read, ranked and explained", `${perRow.toFixed(2)} ms`);
  line("ratio", `${(each / perRow).toFixed(0)} times`);
}

function line(name: string, value: string): void {
  console.log(`  ${name.padEnd(50)} ${value.padStart(12)}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
