/**
 * What the build makes of the tables that ship, so that a program need not read them at each start. A compiled file bears the fingerprint of
 * the tables and of the code that reads them in its name: one that is stale is not found, and the tables are read.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Beside the built program; there is none beside the sources. */
const COMPILED = fileURLToPath(new URL("../compiled", import.meta.url));

/** Tells apart what `folders` hold, tables and code: 16 hexadecimal digits. */
export function fingerprint(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => SOURCE.test(file));
    for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

const SOURCE = /\.(tsv|js|ts)$/;

/** Where the file `name` stands when it is made of what `folders` hold now. */
export function compiledPath(name: string, folders: readonly string[], compiled: string = COMPILED): string {
  return join(compiled, `${name}-${fingerprint(folders)}`);
}

/** The bytes of the compiled file `name`; `undefined` when it was not made, or made of other tables or other code. */
export function readCompiled(
  name: string,
  folders: readonly string[],
  compiled: string = COMPILED,
): Uint8Array | undefined {
  if (!existsSync(compiled)) return undefined;
  const path = compiledPath(name, folders, compiled);
  return existsSync(path) ? readFileSync(path) : undefined;
}
