/** Installs a release as large as the real one and opens it: `npm run bench:reference [-- --table Loinc.csv]`. It says figures; it passes nothing and fails nothing. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateRelease } from "./generate-release.ts";

const CHILD = fileURLToPath(new URL("./reference-child.mjs", import.meta.url));
const ROUNDS = 5;

/** What a measured process prints. */
type Figures = { readonly [name: string]: number };

function measured(...args: readonly string[]): Figures {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CHILD, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figures;
}

function line(name: string, text: string): void {
  console.log(`${name.padEnd(44)} ${text}`);
}

const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const { values } = parseArgs({ options: { table: { type: "string" } } });
const folder = mkdtempSync(join(tmpdir(), "transloinc-bench-"));
try {
  const generated = values.table === undefined ? await generateRelease(folder) : undefined;
  const files = generated === undefined ? [values.table!] : Object.values(generated);
  const data = join(folder, "data");
  for (const file of files) {
    const { ms, cpu, peak, code } = measured("add", data, file) as { [name in "ms" | "cpu" | "peak" | "code"]: number };
    if (code > 1) throw new Error(`${file}: exit code ${code}`);
    line(
      `add ${file.split("/").at(-1)} (${mib(statSync(file).size)})`,
      `${seconds(ms)}, CPU ${seconds(cpu)}, peak ${mib(peak)}`,
    );
  }
  const runs = Array.from({ length: ROUNDS }, () => measured("start", data));
  const median = (name: string): number => runs.map((run) => run[name]!).sort((a, b) => a - b)[ROUNDS >> 1]!;
  line("terms, French names, codes of the circuit", [median("terms"), median("french"), median("circuit")].join(", "));
  const ms = (name: string): string => `${Math.round(median(name))} ms`;
  line("open the installed packs", `${ms("open")}, CPU ${ms("cpuOpen")} (median of ${ROUNDS})`);
  line("lexicon, index, engine and panels over them", `${ms("grounds")}, CPU ${ms("cpuGrounds")}`);
  line("the same at the first start after an addition", `CPU ${Math.round(runs[0]!.cpuGrounds!)} ms`);
  line("first row", ms("match"));
  line("peak memory of a start", mib(median("peak")));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
