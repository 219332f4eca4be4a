/** An evaluation as one self-contained page in French: no script, nothing fetched. */
import { LOINC_NOTICE } from "../loinc/term.ts";
import { Html, html } from "../report/html.ts";
import { STYLE } from "../report/style.ts";
import type { Evaluation, Measured, Miss } from "./evaluation.ts";
import { type ChapterBar, chapterDiagram, coverageDiagram, reliabilityDiagram } from "./evaluation-charts.ts";
import { evaluationTables, isNumber, type Table } from "./evaluation-text.ts";

const MORE_STYLE = new Html(
  ".pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:12px}.scroll{overflow-x:auto}.frame{fill:none;stroke:var(--line)}.ideal{stroke:var(--soft);stroke-dasharray:4 3}.curve{fill:none;stroke:var(--key);stroke-width:2}.mark{fill:var(--key);fill-opacity:.55}.outline{fill:none;stroke:var(--key)}",
);

const AXIS_TITLES: Readonly<Record<Miss["axis"], string>> = {
  component: "Composant",
  property: "Grandeur",
  system: "Milieu",
  time: "Temporalité",
  scale: "Échelle",
  method: "Technique",
  same: "Mêmes axes",
  none: "Rien de proposé",
  unknown: "Code absent de la référence",
};

/** The page. `date` is written as it is given. */
export function evaluationPage(evaluation: Evaluation, date: string): string {
  const { reference, sure } = evaluation;
  const [first, ...others] = evaluationTables(evaluation);
  return html`<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Évaluation — Transloinc</title><style>${STYLE}${MORE_STYLE}</style></head><body>
<header><h1>Évaluation</h1><p class="soft">${date === "" ? "" : `${date} · `}${reference.title}, ${reference.terms.toLocaleString("fr-FR")} termes, tous candidats</p>
<p>Hors apprentissage : chaque catalogue est mesuré avec un modèle qui n'a appris que des autres. En pour cent, sauf MRR et ECE.</p></header>
<main>${section(first!.title, first!.table)}
<div class="pair">${reliabilityDiagram(sure)}${coverageDiagram(sure)}</div>
${chapterDiagram(chapterBars(evaluation.heldOut))}
${others.map(({ title, table }) => section(title, table))}
<h2>Erreurs, une à une</h2>${errors(evaluation.misses)}
</main><footer><p class="notice">${LOINC_NOTICE}</p></footer></body></html>
`.text;
}

function section(title: string, { head, rows }: Table): Html {
  return html`<h2>${title}</h2><div class="scroll"><table><thead><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell, c) => (isNumber(rows, c) ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`))}</tr>`)}</tbody></table></div>`;
}

function chapterBars(measured: readonly Measured[]): ChapterBar[] {
  return measured.flatMap(({ catalogue, chapters }) =>
    chapters
      .filter(({ metrics }) => metrics.coded > 0)
      .map(({ chapter, metrics }) => ({
        label: `${catalogue} · ${chapter}`,
        rows: metrics.coded,
        top1: metrics.top1,
        top5: metrics.top5,
      })),
  );
}

function errors(misses: readonly Miss[]): Html {
  const axes = Object.keys(AXIS_TITLES) as Miss["axis"][];
  return html`${axes.map((axis) => {
    const list = misses.filter((miss) => miss.axis === axis);
    return list.length === 0
      ? html``
      : html`<h3>${AXIS_TITLES[axis]} (${list.length})</h3><div class="scroll"><table><thead><tr><th>Catalogue</th><th>Ligne</th><th>Attendu</th><th>Proposé</th><th>Confiance</th><th>Place</th></tr></thead><tbody>${list.map(missRow)}</tbody></table></div>`;
  })}`;
}

function missRow(miss: Miss): Html {
  return html`<tr><td>${miss.catalogue}</td><td><span class="code">${miss.code}</span> ${miss.label}</td><td><span class="code">${miss.wanted}</span> ${miss.wantedName}</td><td><span class="code">${miss.got}</span> ${miss.gotName}</td><td class="number">${Math.round(100 * miss.confidence)} %</td><td class="number">${miss.place === 0 ? "—" : miss.place}</td></tr>`;
}
