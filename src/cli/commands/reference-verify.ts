import { dataFolder } from "../../reference/data-folder.ts";
import { inventory, verify } from "../../reference/store.ts";
import { EXIT } from "../exit-codes.ts";
import { printProblems } from "../problems-text.ts";
import type { ReferenceOptions } from "../reference-text.ts";

/** Reads every installed pack whole and compares its hash; exit code. */
export async function verifyReferences(options: ReferenceOptions): Promise<number> {
  const { lang, json } = options;
  const { installed, problems: unread } = await inventory(dataFolder(options.data));
  const checked = [];
  for (const one of installed) checked.push({ id: one.id, problem: await verify(one) });
  const problems = [...unread, ...checked.flatMap(({ problem }) => (problem === undefined ? [] : [problem]))];
  const intact = checked.filter(({ problem }) => problem === undefined).map(({ id }) => id);
  if (json) console.log(JSON.stringify({ intact, problems }));
  else for (const id of intact) console.log(lang === "fr" ? `${id} : intacte` : `${id}: intact`);
  printProblems(problems, lang);
  return problems.length > 0 ? EXIT.reference : EXIT.ok;
}
