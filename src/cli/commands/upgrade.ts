/** A decided table held against another reference: what is touched is told, nothing is changed. */
import { basename, resolve } from "node:path";
import { groundsFor, loadModel } from "../../engine/open-matcher.ts";
import { VERSION } from "../../engine/version.ts";
import type { ReleaseInfo } from "../../loinc/release.ts";
import { loadStarter } from "../../loinc/starter.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import { matchCatalogue } from "../../matching/match-catalogue.ts";
import { dataFolder } from "../../reference/data-folder.ts";
import { openSides, type Sides } from "../../reference/open-sides.ts";
import type { UpgradeData } from "../../report/upgrade-data.ts";
import { upgradeHtml } from "../../report/upgrade-html.ts";
import { upgradeText } from "../../report/upgrade-text.ts";
import { upgradeWorkbook } from "../../report/upgrade-workbook.ts";
import { loadDecided } from "../../transcoding/load-decided.ts";
import { examineUpgrade } from "../../transcoding/upgrade.ts";
import { writeAtomically } from "../../transcoding/write-atomically.ts";
import { EXIT } from "../exit-codes.ts";
import { printProblems } from "../problems-text.ts";
import { progressLine } from "../progress.ts";
import type { ReferenceOptions } from "../reference-text.ts";
import { today } from "../today.ts";
import { writeFailure } from "../write-failure.ts";

export type UpgradeOptions = ReferenceOptions & {
  readonly to: readonly string[];
  readonly from: readonly string[];
  /** Where the reports go; none is written when it is not given. */
  readonly out?: string;
};

/** Examines the table in `paths` and prints what is touched; exit code. */
export async function upgrade(paths: readonly string[], options: UpgradeOptions): Promise<number> {
  const { lang } = options;
  const french = lang === "fr";
  const table = await loadDecided(paths);
  if (table.rows.length === 0) {
    printProblems(table.problems, lang);
    console.error(french ? "Aucune table à examiner." : "No table to examine.");
    return EXIT.input;
  }
  const reading = progressLine(french ? "Lecture des références" : "Reading the references");
  const sides = await openSides(options.to, options.from, {
    data: dataFolder(options.data),
    starter: loadStarter(),
    onProgress: reading.update,
  }).finally(reading.done);
  const line = progressLine(french ? "Examen de la table" : "Examining the table");
  const matcher = { ...groundsFor(sides.to.release, lang, sides.to.companions), model: loadModel() };
  // without an earlier table no code can be called new: nothing needs to be proposed
  const proposals = sides.from.release === undefined ? [] : matchCatalogue(matcher, table.catalogue, line.update);
  line.done();
  const data: UpgradeData = {
    title: paths.map((path) => basename(resolve(path))).join(", "),
    date: today(),
    language: lang,
    from: infosOf(sides.from),
    earlier: sides.from.release !== undefined,
    to: infosOf(sides.to),
    rows: table.rows.length,
    coded: table.rows.filter(({ loinc }) => loinc !== "").length,
    touched: examineUpgrade(table.rows, sides.from, sides.to, proposals),
    problems: [...table.problems, ...sides.problems],
    version: VERSION,
  };
  printProblems(data.problems, lang);
  if (options.out !== undefined) {
    const failure = await writeReports(options.out, data);
    if (failure !== undefined) {
      console.error(failure);
      return EXIT.output;
    }
  }
  console.log(options.json ? JSON.stringify(data) : upgradeText(data));
  if (!options.json) console.error(LOINC_NOTICE);
  return data.problems.length > 0 || data.touched.length > 0 ? EXIT.warnings : EXIT.ok;
}

/** The release, and the value sets beside it. */
function infosOf({ release, facts }: Sides["from"]): ReleaseInfo[] {
  const others = facts.filter(({ kind }) => kind !== "loinc");
  return [
    ...(release === undefined ? [] : [release.info]),
    ...others.map(({ title, version, sources }) => ({ title, version, source: sources.join(", ") })),
  ];
}

/** Writes the three reports, all or none; why not, for a person, when it cannot. */
async function writeReports(out: string, data: UpgradeData): Promise<string | undefined> {
  const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content, "utf8") });
  try {
    await writeAtomically(resolve(out), [
      text("changements.html", upgradeHtml(data)),
      text("changements.json", `${JSON.stringify(data, undefined, 2)}\n`),
      { name: "changements.xlsx", bytes: await upgradeWorkbook(data) },
    ]);
    return undefined;
  } catch (error) {
    const failure = writeFailure(error, out, data.language);
    if (failure === undefined) throw error;
    return failure;
  }
}
