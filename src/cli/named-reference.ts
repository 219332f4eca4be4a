import { dataFolder } from "../reference/data-folder.ts";
import { type Installed, installedNamed, inventory } from "../reference/store.ts";
import type { ReferenceOptions } from "./reference-text.ts";

/** The one installed reference that `name` means; when there is none, or several, that is said and `undefined` returned. */
export async function namedReference(name: string, { data, lang }: ReferenceOptions): Promise<Installed | undefined> {
  const { installed } = await inventory(dataFolder(data));
  const found = installedNamed(installed, name);
  if (found.length === 1) return found[0];
  const names = (found.length > 1 ? found : installed).map(({ id }) => id).join(", ");
  const french = lang === "fr";
  if (found.length > 1)
    console.error(
      french ? `${name} désigne plusieurs références : ${names}.` : `${name} means several references: ${names}.`,
    );
  else
    console.error(
      french
        ? `Aucune référence installée ne s'appelle ${name}${names === "" ? "" : ` ; il y a : ${names}`}.`
        : `No installed reference is called ${name}${names === "" ? "" : `; there are: ${names}`}.`,
    );
  return undefined;
}
