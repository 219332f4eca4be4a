import { existsSync } from "node:fs";
import { join } from "node:path";
import { groundsFor, loadModel } from "../../engine/open-matcher.ts";
import { measureLevels } from "../../evaluation/cross-validate.ts";
import { loadGold } from "../../evaluation/load-gold.ts";
import type { Metrics } from "../../evaluation/metrics.ts";
import { AXES } from "../../loinc/term.ts";
import type { Language } from "../../matching/phrases.ts";
import { words } from "../../report/words.ts";
import { EXIT } from "../exit-codes.ts";
import { openReferences } from "../open-reference.ts";

export type EvaluateOptions = {
  readonly reference: readonly string[];
  readonly data?: string;
  readonly lang: Language;
  readonly json: boolean;
};

/** Prints the measures of each level of a catalogue that has its gold.tsv; exit code. */
export async function evaluate(folder: string, options: EvaluateOptions): Promise<number> {
  const french = options.lang === "fr";
  if (!existsSync(join(folder, "gold.tsv"))) {
    console.error(
      french
        ? `${folder} ne contient pas gold.tsv (colonnes level, local_code, loinc, acceptable, certainty).`
        : `${folder} holds no gold.tsv.`,
    );
    return EXIT.input;
  }
  const { release, starter } = await openReferences(options.reference, options.lang, options.data);
  const gold = await loadGold(folder);
  const levels = measureLevels({ ...groundsFor(release, options.lang), model: loadModel() }, gold);
  const held = gold.gold.filter((item) => item.loinc !== "");
  if (options.json) {
    console.log(JSON.stringify({ catalogue: gold.name, reference: { terms: release.size, starter }, levels }));
    return EXIT.ok;
  }
  console.log(
    french
      ? `${gold.name} — référence : ${release.info.title}, ${release.size} termes ; ${held.length} lignes codées`
      : `${gold.name} — reference: ${release.info.title}, ${release.size} terms; ${held.length} coded rows`,
  );
  for (const [level, metrics] of Object.entries(levels))
    console.log(levelText(words(options.lang).levels[level]!, metrics, french));
  return EXIT.ok;
}

function levelText(title: string, m: Metrics, french: boolean): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const rows: [string, string][] = french
    ? [
        ["lignes (dont à coder)", `${m.rows} (${m.coded})`],
        ["meilleur code en tête", percent(m.exact1)],
        ["code acceptable en tête", percent(m.top1)],
        ["… dans les 3, 5, 10 premiers", `${percent(m.top3)}, ${percent(m.top5)}, ${percent(m.top10)}`],
        ["MRR", m.mrr.toFixed(3)],
        ["abstention : rappel, précision", `${percent(m.abstentionRecall)}, ${percent(m.abstentionPrecision)}`],
        ["lot : part, précision", `${percent(m.auto)}, ${percent(m.autoPrecision)}`],
        ["couverture à 98 % et 95 % de précision", `${percent(m.coverage98)}, ${percent(m.coverage95)}`],
        ["erreur de calibration (ECE)", m.ece.toFixed(3)],
        ["axes justes", AXES.map((axis) => `${axis} ${percent(m.axes[axis])}`).join(", ")],
      ]
    : [
        ["rows (to be coded)", `${m.rows} (${m.coded})`],
        ["best code first", percent(m.exact1)],
        ["acceptable code first", percent(m.top1)],
        ["… in the first 3, 5, 10", `${percent(m.top3)}, ${percent(m.top5)}, ${percent(m.top10)}`],
        ["MRR", m.mrr.toFixed(3)],
        ["abstention: recall, precision", `${percent(m.abstentionRecall)}, ${percent(m.abstentionPrecision)}`],
        ["lot: share, precision", `${percent(m.auto)}, ${percent(m.autoPrecision)}`],
        ["coverage at 98 % and 95 % precision", `${percent(m.coverage98)}, ${percent(m.coverage95)}`],
        ["calibration error (ECE)", m.ece.toFixed(3)],
        ["right axes", AXES.map((axis) => `${axis} ${percent(m.axes[axis])}`).join(", ")],
      ];
  return `\n${title}\n${rows.map(([name, value]) => `  ${name.padEnd(40)} ${value}`).join("\n")}`;
}
