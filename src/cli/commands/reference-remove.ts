import { dataFolder } from "../../reference/data-folder.ts";
import { inventory, remove } from "../../reference/store.ts";
import { EXIT } from "../exit-codes.ts";
import { namedReference } from "../named-reference.ts";
import type { ReferenceOptions } from "../reference-text.ts";

/** Removes an installed reference, also one whose pack cannot be read; exit code. */
export async function removeReference(name: string, options: ReferenceOptions): Promise<number> {
  const { lang, json } = options;
  const data = dataFolder(options.data);
  const damaged = (await inventory(data)).problems.some(({ file }) => file === `${name}.pack`);
  const id = damaged ? name : (await namedReference(name, options))?.id;
  if (id === undefined || !(await remove(data, id))) return EXIT.usage;
  const inUse = (await inventory(data)).installed.filter((one) => one.inUse).map((one) => one.id);
  const left = inUse.length === 0 ? (lang === "fr" ? "la référence de démarrage" : "the starter") : inUse.join(", ");
  if (json) console.log(JSON.stringify({ removed: id, inUse }));
  else console.log(lang === "fr" ? `${id} retirée. En service : ${left}.` : `${id} removed. In use: ${left}.`);
  return EXIT.ok;
}
