/** The report as one self-contained page: what came in, what was proposed, what the SGL will say, and the rows to look at. */

import { STARTER_ADVICE } from "../loinc/starter.ts";
import { LOINC_NOTICE } from "../loinc/term.ts";
import type { Band, Proposal } from "../matching/proposal.ts";
import type { Level } from "../matching/row.ts";
import { type BarRow, bandBars, bandPatterns, confidenceHistogram } from "./charts.ts";
import { type Html, html } from "./html.ts";
import type { ReportData } from "./report-data.ts";
import { codedTable, reviewRow, uncodedTable } from "./rows.ts";
import { STYLE } from "./style.ts";
import { type Words, words } from "./words.ts";

const LEVELS: readonly Level[] = ["chapter", "subchapter", "exam", "analysis"];

/** A list shows no more rows than this: a browser must still open the page of a hundred thousand rows. The workbook has them all. */
const MOST_ROWS = 2000;

/** The page, whole: no script, no other file, nothing fetched. */
export function htmlReport(data: ReportData): string {
  const say = words(data.language);
  const analyses = data.proposals.filter((proposal) => proposal.level === "analysis");
  const inBand = (band: Band): number => data.proposals.filter((proposal) => proposal.band === band).length;
  const page = html`<!doctype html>
<html lang="${say.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say.report} — ${data.title}</title><style>${STYLE}</style></head><body>
<header><h1>${say.report}</h1><p class="soft">${data.title} · ${say.madeOn} <time datetime="${data.date}">${longDate(data.date, say.lang)}</time> · Transloinc ${data.version}</p>${cards(data.proposals, say)}
${data.starter && html`<p class="advice">${STARTER_ADVICE[data.language]}</p>`}
${bandPatterns()}<nav aria-label="${say.contents}"><ul><li><a href="#lu">${say.input}</a></li><li><a href="#propose">${say.decided}</a></li><li><a href="#controles">${say.checks} (${data.findings.length})</a></li><li><a href="#remarques">${say.problems} (${data.problems.length})</a></li><li><a href="#relire">${say.review} (${inBand("review")})</a></li><li><a href="#lot">${say.lot} (${inBand("auto")})</a></li><li><a href="#sans-code">${say.none} (${inBand("none")})</a></li><li><a href="#references">${say.references}</a></li></ul></nav></header>
<main>
<h2 id="lu">${say.input}</h2>${filesTable(data, say)}
<h2 id="propose">${say.decided}</h2>${bandBars(
    say.decided,
    LEVELS.map((level) =>
      barRow(
        say.levels[level]!,
        data.proposals.filter((proposal) => proposal.level === level),
      ),
    ),
    say,
  )}
<h3>${say.byChapter}</h3>${bandBars(say.byChapter, byChapter(data, analyses), say)}
<h3>${say.confidence}</h3>${confidenceHistogram(
    say.confidence,
    say.confidenceHelp,
    analyses.filter((proposal) => proposal.band !== "none").map((proposal) => proposal.confidence),
  )}
<h2 id="controles">${say.checks}</h2>${findings(data, say)}
<h2 id="remarques">${say.problems}</h2>${problems(data, say)}
<h2 id="relire">${say.review}</h2><p class="soft">${say.reviewHelp}</p>${data.written === "auto" && html`<p class="advice">${say.notWritten}</p>`}${reviewGroups(data, say)}
<h2 id="lot">${say.lot}</h2><p class="soft">${say.lotHelp(data.measured.auto, data.measured.rows)}</p>${LEVELS.map((level) => lot(data, level, "auto", say))}
<h2 id="sans-code">${say.none}</h2><p class="soft">${say.noneHelp}</p>${LEVELS.map((level) => lot(data, level, "none", say))}
<h2 id="references">${say.references}</h2><ul>${data.references.map((reference, i) => html`<li>${reference.title} (${reference.source})${i === 0 && html` — ${data.terms.toLocaleString(data.language)} ${say.terms}`}</li>`)}</ul>
</main><footer>${data.notices.map((notice) => html`<p class="notice" lang="en">${notice}</p>`)}<p class="notice" lang="en">${LOINC_NOTICE}</p></footer></body></html>
`;
  return page.text;
}

/** `2026-11-23` as people write it. */
function longDate(date: string, language: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
}

function cards(proposals: readonly Proposal[], say: Words): Html {
  const analyses = proposals.filter((proposal) => proposal.level === "analysis");
  const share = (band: Band): string => {
    const count = analyses.filter((proposal) => proposal.band === band).length;
    return analyses.length === 0 ? "0" : `${count} (${Math.round((100 * count) / analyses.length)} %)`;
  };
  return html`<div class="cards"><div class="card"><b>${analyses.length}</b>${say.levels.analysis!.toLowerCase()}</div><div class="card lot"><b>${share("auto")}</b>${say.bands.auto!.toLowerCase()}</div><div class="card look"><b>${share("review")}</b>${say.bands.review!.toLowerCase()}</div><div class="card"><b>${share("none")}</b>${say.bands.none!.toLowerCase()}</div></div>`;
}

function filesTable(data: ReportData, say: Words): Html {
  const rows = data.files.map(
    (file) =>
      html`<tr><td class="code">${file.name}</td><td>${say.kinds[file.kind] ?? file.kind}</td><td>${file.encoding}</td><td>${file.header ? say.yes : say.no}</td><td class="number">${file.rows}</td></tr>`,
  );
  return html`<table><thead><tr><th scope="col">${say.file}</th><th scope="col">${say.kind}</th><th scope="col">${say.encoding}</th><th scope="col">${say.header}</th><th scope="col" class="number">${say.rows}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function barRow(label: string, proposals: readonly Proposal[]): BarRow {
  const count = (band: Band): number => proposals.filter((proposal) => proposal.band === band).length;
  return { label, counts: { auto: count("auto"), review: count("review"), none: count("none") } };
}

function byChapter(data: ReportData, analyses: readonly Proposal[]): BarRow[] {
  const groups = new Map<string, Proposal[]>();
  for (const proposal of analyses) {
    const chapter = data.placeOf(proposal).chapter || "—";
    groups.set(chapter, groups.get(chapter) ?? []);
    groups.get(chapter)!.push(proposal);
  }
  return [...groups].map(([chapter, proposals]) => barRow(chapter, proposals));
}

function findings(data: ReportData, say: Words): Html {
  if (data.findings.length === 0) return html`<p>${say.checksNone(data.circuit)}</p>`;
  const rows = data.findings.map(
    ({ severity, rule, decision, message }) =>
      html`<tr><td class="${severity}">${say.severity[severity]!}</td><td class="code">${rule}</td><td>${say.item[decision.level]!} <span class="code">${decision.code}</span></td><td>${message}</td></tr>`,
  );
  return html`<table><thead><tr><td></td><th scope="col">${say.rule}</th><th scope="col">${say.code}</th><th scope="col">${say.message}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function problems(data: ReportData, say: Words): Html {
  if (data.problems.length === 0) return html`<p>${say.problemsNone}</p>`;
  const rows = data.problems.map((problem) => {
    const place = [
      problem.file,
      problem.line > 0 ? `${say.line} ${problem.line}` : "",
      problem.column > 0 ? `${say.column} ${problem.column}` : "",
    ]
      .filter((part) => part !== "")
      .join(", ");
    return html`<tr><td class="${problem.severity}">${say.severity[problem.severity]!}</td><td class="code">${problem.code}</td><td>${place}</td><td>${problem.message}</td></tr>`;
  });
  return html`<table><thead><tr><td></td><th scope="col">${say.problem}</th><th scope="col">${say.place}</th><th scope="col">${say.message}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** Rows to look at, by the axis that is open, surest first. */
function reviewGroups(data: ReportData, say: Words): Html {
  const rows = data.proposals.filter((proposal) => proposal.band === "review");
  const groups = new Map<string, Proposal[]>();
  for (const proposal of rows) {
    const axis = openAxis(proposal);
    groups.set(axis, groups.get(axis) ?? []);
    groups.get(axis)!.push(proposal);
  }
  const order = ["property", "system", "scale", "time", "method", "component", ""];
  return html`${order
    .filter((axis) => groups.has(axis))
    .map((axis) => {
      const list = groups.get(axis)!.sort((a, b) => b.confidence - a.confidence);
      const shown = list.slice(0, MOST_ROWS).map((proposal) => reviewRow(proposal, data.factsOf(proposal), say));
      return html`<h3>${say.groups[axis]!} (${list.length})</h3>${shown}${others(list, say)}`;
    })}`;
}

/** The first axis on which the two best candidates differ, in the order in which a person would ask. */
function openAxis(proposal: Proposal): string {
  const [first, second] = proposal.candidates;
  if (first === undefined || second === undefined || proposal.question === "") return "";
  return (
    (["component", "system", "property", "scale", "time", "method"] as const).find(
      (axis) => first.axes[axis].value !== second.axes[axis].value,
    ) ?? ""
  );
}

function lot(data: ReportData, level: Level, band: Band, say: Words): Html {
  const rows = data.proposals.filter((proposal) => proposal.level === level && proposal.band === band);
  if (rows.length === 0) return html``;
  const shown = rows.slice(0, MOST_ROWS);
  const table = band === "none" ? uncodedTable(shown, say) : codedTable(shown, say);
  return html`<details class="wide"><summary>${say.levels[level]!} (${rows.length})</summary><div class="inside">${table}${others(rows, say)}</div></details>`;
}

/** Where the rows are that a list does not show. */
function others(rows: readonly Proposal[], say: Words): Html {
  return rows.length > MOST_ROWS ? html`<p class="advice">${say.others(MOST_ROWS, rows.length)}</p>` : html``;
}
