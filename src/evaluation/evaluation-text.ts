/** An evaluation as text: the terminal's table and the summary that is kept in the documentation. */
import { AXES } from "../loinc/term.ts";
import { type Evaluation, LEVELS, type Measured } from "./evaluation.ts";
import type { Metrics } from "./metrics.ts";

/** `0.8731` → `87.3`. */
export function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** A share, or a dash when there was nothing to take a share of. */
function shareOf(share: number, rows: number): string {
  return rows === 0 ? "—" : percent(share);
}

/** The columns of every table of measures: name, and how it is read. */
export const MEASURES: readonly { readonly name: string; readonly of: (metrics: Metrics) => string }[] = [
  { name: "lignes", of: (m) => String(m.rows) },
  { name: "à coder", of: (m) => String(m.coded) },
  { name: "exact", of: (m) => shareOf(m.exact1, m.coded) },
  { name: "top 1", of: (m) => shareOf(m.top1, m.coded) },
  { name: "top 3", of: (m) => shareOf(m.top3, m.coded) },
  { name: "top 5", of: (m) => shareOf(m.top5, m.coded) },
  { name: "MRR", of: (m) => (m.coded === 0 ? "—" : m.mrr.toFixed(3)) },
  { name: "lot", of: (m) => percent(m.auto) },
  { name: "justes", of: (m) => shareOf(m.autoPrecision, m.auto) },
  { name: "à 98 %", of: (m) => percent(m.coverage98) },
  { name: "à 95 %", of: (m) => percent(m.coverage95) },
  { name: "abst. R", of: (m) => shareOf(m.abstentionRecall, m.rows - m.coded) },
  { name: "abst. P", of: (m) => shareOf(m.abstentionPrecision, m.rows - m.coded) },
  { name: "ECE", of: (m) => m.ece.toFixed(3) },
];

export const LEVEL_NAMES = {
  analysis: "analyses",
  exam: "examens",
  chapter: "chapitres",
  subchapter: "sous-chapitres",
};

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** One row a catalogue and level. */
export function measuresTable(measured: readonly Measured[]): Table {
  return {
    head: ["catalogue", "niveau", ...MEASURES.map(({ name }) => name)],
    rows: measured.flatMap(({ catalogue, levels }) =>
      LEVELS.flatMap((level) => {
        const metrics = levels[level];
        return metrics === undefined ? [] : [[catalogue, LEVEL_NAMES[level], ...MEASURES.map(({ of }) => of(metrics))]];
      }),
    ),
  };
}

/** Per catalogue, the share of coded analyses whose first candidate is right on each axis, and what was collected at all. */
export function axesTable(measured: readonly Measured[]): Table {
  return {
    head: ["catalogue", "collecté", ...AXES],
    rows: measured.map(({ catalogue, levels, collected }) => [
      catalogue,
      percent(collected),
      ...AXES.map((axis) => percent(levels.analysis?.axes[axis] ?? 0)),
    ]),
  };
}

export function chaptersTable(measured: readonly Measured[]): Table {
  return {
    head: ["catalogue", "chapitre", ...MEASURES.map(({ name }) => name)],
    rows: measured.flatMap(({ catalogue, chapters }) =>
      chapters.map(({ chapter, metrics }) => [catalogue, chapter, ...MEASURES.map(({ of }) => of(metrics))]),
    ),
  };
}

/** MiniSearch beside the model that had not learned from the catalogue. */
export function baselineTable({ baseline, heldOut }: Evaluation): Table {
  const line = (catalogue: string, who: string, m: Metrics): string[] => [
    catalogue,
    who,
    percent(m.exact1),
    percent(m.top1),
    percent(m.top3),
    percent(m.top5),
    m.mrr.toFixed(3),
  ];
  return {
    head: ["catalogue", "qui", "exact", "top 1", "top 3", "top 5", "MRR"],
    rows: baseline.flatMap(({ catalogue, metrics }) => {
      const own = heldOut.find((entry) => entry.catalogue === catalogue)?.levels.analysis;
      return [line(catalogue, "MiniSearch", metrics), ...(own ? [line(catalogue, "Transloinc", own)] : [])];
    }),
  };
}

export function ablationsTable({ ablations }: Evaluation): Table {
  const whole = ablations[0]?.top1 ?? 0;
  return {
    head: ["analyses", "top 1", "écart", "top 3", "top 5", "MRR", "collecté"],
    rows: ablations.map((result) => [
      result.name,
      percent(result.top1),
      percent(result.top1 - whole),
      percent(result.top3),
      percent(result.top5),
      result.mrr.toFixed(3),
      percent(result.collected),
    ]),
  };
}

/** How many first candidates are wrong, by the first axis that differs. */
export function missesTable({ misses }: Evaluation): Table {
  const counts = new Map<string, number>();
  for (const { axis } of misses) counts.set(axis, (counts.get(axis) ?? 0) + 1);
  return {
    head: ["axe", "erreurs"],
    rows: [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([axis, count]) => [axis, String(count)]),
  };
}

/** Every table with its title, in the order in which they are read. */
export function evaluationTables(evaluation: Evaluation): readonly { readonly title: string; readonly table: Table }[] {
  return [
    { title: "Catalogues hors apprentissage", table: measuresTable(evaluation.heldOut) },
    { title: "Axes justes (analyses, hors apprentissage)", table: axesTable(evaluation.heldOut) },
    { title: "Modèle livré (il a appris de ces catalogues)", table: measuresTable(evaluation.shipped) },
    { title: "Moteur de recherche ordinaire", table: baselineTable(evaluation) },
    { title: "Ce que vaut chaque source (hors apprentissage)", table: ablationsTable(evaluation) },
    { title: "Erreurs par axe (analyses, hors apprentissage)", table: missesTable(evaluation) },
    { title: "Par chapitre (analyses, hors apprentissage)", table: chaptersTable(evaluation.heldOut) },
  ];
}

/** The tables for a terminal. */
export function evaluationText(evaluation: Evaluation): string {
  return evaluationTables(evaluation)
    .map(({ title, table }) => `${title}\n${aligned(table)}`)
    .join("\n\n");
}

/** The page docs/evaluation.md. `date` and `commands` are written as they are given. */
export function evaluationSummary(evaluation: Evaluation, date: string, commands: readonly string[]): string {
  const { reference } = evaluation;
  const tables = evaluationTables(evaluation).map(({ title, table }) => `## ${title}\n\n${markdown(table)}`);
  return `# Évaluation

Mesures du ${date}, sur ${reference.title} (${reference.terms.toLocaleString("fr-FR")} termes, tous candidats). En pour cent, sauf MRR et ECE.

\`\`\`sh
${commands.join("\n")}
\`\`\`

*Hors apprentissage* : le modèle a appris des autres catalogues, jamais de celui qui est mesuré. *top k* : un code acceptable parmi les k premiers ; *exact* : le meilleur code en tête ; *lot* : part des lignes à signer en lot, *justes* : part de ce lot qui l'est ; *à 98 %* : part des lignes, les plus sûres d'abord, que l'on peut signer à cette précision ; *abst.* : rappel et précision des lignes laissées sans code ; *collecté* : un code acceptable est parmi les candidats, avant tout classement.

${tables.join("\n\n")}
`;
}

function aligned({ head, rows }: Table): string {
  const widths = head.map((cell, c) => Math.max(cell.length, ...rows.map((row) => row[c]!.length)));
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, c) => (isNumber(rows, c) ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!))).join("  ")}`.trimEnd();
  return [head, ...rows].map(line).join("\n");
}

function markdown({ head, rows }: Table): string {
  const cells = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `|${head.map((_, c) => (isNumber(rows, c) ? "---:" : "---")).join("|")}|`;
  return [cells(head), rule, ...rows.map(cells)].join("\n");
}

/** True when every cell of the column is a number. */
export function isNumber(rows: Table["rows"], column: number): boolean {
  return rows.length > 0 && rows.every((row) => /^(-?[\d.]+|—)$/.test(row[column]!));
}
