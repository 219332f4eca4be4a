import { spawnSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Builds the program from the sources into `folder`, beside links to what it reads; the path of its main script. Threads cannot run the sources. */
export function buildProgramInto(folder: string): string {
  for (const name of ["lexicon", "reference", "node_modules", "package.json"])
    symlinkSync(join(process.cwd(), name), join(folder, name));
  const options = ["--outDir", join(folder, "dist"), "--tsBuildInfoFile", join(folder, "tsbuildinfo")];
  run(["node_modules/typescript/bin/tsc", "-p", ".", ...options]);
  // a copy, so that it compiles for the program beside it
  cpSync("scripts/compile-tables.mjs", join(folder, "scripts/compile-tables.mjs"));
  run([join(folder, "scripts/compile-tables.mjs")]);
  return join(folder, "dist/cli/main.js");
}

function run(args: readonly string[]): void {
  const done = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`);
}
