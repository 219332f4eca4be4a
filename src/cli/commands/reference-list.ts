import { LOINC_NOTICE } from "../../loinc/term.ts";
import { dataFolder } from "../../reference/data-folder.ts";
import { inventory } from "../../reference/store.ts";
import { EXIT } from "../exit-codes.ts";
import { printProblems } from "../problems-text.ts";
import { installedLine, type ReferenceOptions } from "../reference-text.ts";

/** Prints what is installed; exit code. */
export async function listReferences(options: ReferenceOptions): Promise<number> {
  const { lang } = options;
  const data = dataFolder(options.data);
  const { installed, problems } = await inventory(data);
  if (options.json) console.log(JSON.stringify({ data, installed, problems }));
  else if (installed.length === 0)
    console.log(
      lang === "fr"
        ? `Aucune référence installée dans ${data} : la référence de démarrage sert. Ajoutez la table officielle : transloinc reference add Loinc_2.NN.zip`
        : `No reference is installed in ${data}: the starter is used. Add the official table: transloinc reference add Loinc_2.NN.zip`,
    );
  else {
    for (const one of installed) console.log(installedLine(one, lang));
    console.error(LOINC_NOTICE);
  }
  printProblems(problems, lang);
  return problems.length > 0 ? EXIT.warnings : EXIT.ok;
}
