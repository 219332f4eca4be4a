import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";

/** Builds the program from the sources into `folder`, beside links to what it reads; the path of its main script. Threads cannot run the sources. */
export function buildProgramInto(folder: string): string {
  for (const name of ["lexicon", "reference", "node_modules", "package.json"])
    symlinkSync(join(process.cwd(), name), join(folder, name));
  const options = ["--outDir", join(folder, "dist"), "--tsBuildInfoFile", join(folder, "tsbuildinfo")];
  const built = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", ".", ...options], {
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  return join(folder, "dist/cli/main.js");
}
