import { EXIT } from "../exit-codes.ts";
import { namedReference } from "../named-reference.ts";
import { installedSheet, type ReferenceOptions } from "../reference-text.ts";

/** Prints all that is known of an installed reference; exit code. */
export async function showReference(name: string, options: ReferenceOptions): Promise<number> {
  const found = await namedReference(name, options);
  if (found === undefined) return EXIT.usage;
  console.log(options.json ? JSON.stringify(found) : installedSheet(found, options.lang));
  return EXIT.ok;
}
