/** Compares two exports of one laboratory, and says which decisions stand. */
import { readdir, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { reimport } from "../../audit/reimport.ts";
import { type Comparison, comparisonJson, comparisonTable, comparisonWorkbook } from "../../audit/reimport-outputs.ts";
import { diffCatalogues } from "../../catalogue/diff.ts";
import { kindOfName } from "../../catalogue/file-kind.ts";
import { loadCatalogue } from "../../catalogue/load-catalogue.ts";
import { sameUnitBy } from "../../catalogue/spelling.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { loadUnits } from "../../lexicon/load-lexicon.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import type { Language } from "../../matching/phrases.ts";
import { loadDecided } from "../../transcoding/load-decided.ts";
import { EXIT } from "../exit-codes.ts";
import { printProblems } from "../problems-text.ts";
import { writeOutputs } from "../write-outputs.ts";

export type DiffOptions = { readonly lang: Language; readonly json: boolean; readonly out?: string };

/** Prints what the export in `after` changes against the one in `before`; exit code, 1 when decisions must be looked at again. */
export async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const old = await withDecisions(before);
  const now = await loadCatalogue([after]);
  const empty = [old.catalogue, now.catalogue].some(
    ({ chapters, exams, analyses }) => chapters.length + exams.length + analyses.length === 0,
  );
  printProblems([...old.problems, ...now.problems], options.lang);
  if (empty) {
    console.error(
      options.lang === "fr" ? "Rien à comparer : rien n'a été écrit." : "Nothing to compare: nothing was written.",
    );
    return EXIT.input;
  }
  const sameUnit = sameUnitBy(loadUnits());
  const comparison: Comparison = {
    before: basename(resolve(before)),
    after: basename(resolve(after)),
    items: reimport(diffCatalogues(old.catalogue, now.catalogue, { sameUnit }), old.decisions),
    decided: old.decided,
  };
  if (options.out !== undefined) {
    const files = [
      { name: FILES[0], bytes: await comparisonWorkbook(comparison, options.lang) },
      { name: FILES[1], bytes: Buffer.from(comparisonJson(comparison), "utf8") },
    ];
    const failed = await writeOutputs(options.out, files, options.lang);
    if (failed !== undefined) return failed;
  }
  if (options.json) process.stdout.write(comparisonJson(comparison));
  else {
    console.log(comparisonTable(comparison, options.lang));
    if (options.out !== undefined)
      console.log(`\n${options.lang === "fr" ? "Écrit dans" : "Written to"} ${options.out} : ${FILES.join(", ")}`);
    if (old.decided) console.error(LOINC_NOTICE);
  }
  return comparison.items.some(({ fate, decision }) => fate === "again" && decision !== undefined)
    ? EXIT.warnings
    : EXIT.ok;
}

const FILES = ["comparaison.xlsx", "comparaison.json"] as const;

/** The catalogue of a folder, and the decisions that it holds. A folder with the table alone has the catalogue in it. */
async function withDecisions(path: string) {
  const names = (await isFolder(path)) ? await readdir(path) : [basename(path)];
  const kinds = names.map(kindOfName);
  const exported = kinds.some((kind) => kind !== undefined && kind !== "returned");
  const decided = kinds.includes("returned") ? await loadDecided([path]) : undefined;
  const read = exported || decided === undefined ? await loadCatalogue([path]) : undefined;
  const catalogue: Catalogue = read?.catalogue ?? decided!.catalogue;
  const problems = [...(read?.problems ?? []), ...(decided?.problems ?? [])];
  return {
    catalogue,
    decisions: (decided?.rows ?? []).filter(({ loinc }) => loinc !== ""),
    decided: decided !== undefined,
    problems,
  };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
