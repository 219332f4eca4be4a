/** The audit as one self-contained page: no script, no other file, nothing fetched. */
import { STARTER_ADVICE } from "../loinc/starter.ts";
import { LOINC_NOTICE } from "../loinc/term.ts";
import { type Html, html } from "../report/html.ts";
import { STYLE } from "../report/style.ts";
import { words as reportWords } from "../report/words.ts";
import type { MappedRow } from "../tables/mapping.ts";
import { type AuditData, factsOf, rowsAt, ruleCounts } from "./audit-data.ts";
import { type AuditSeverity, type Finding, SEVERITIES } from "./finding.ts";
import { type AuditWords, auditWords, ruleTitle } from "./words.ts";

export function auditHtml(data: AuditData): string {
  const say = auditWords(data.language);
  const { findings } = data.audit;
  const groups = SEVERITIES.map((severity) => ({ severity, rows: rowsAt(findings, severity) }));
  const links = groups.map(
    ({ severity, rows }) => html`<li><a href="#${severity}">${say.groups[severity]} (${rows.length})</a></li>`,
  );
  const page = html`<!doctype html>
<html lang="${say.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say.report} — ${data.title}</title><style>${STYLE}${AUDIT_STYLE}</style></head><body>
<header><h1>${say.report}</h1><p class="soft">${data.title} · ${say.madeOn} <time datetime="${data.date}">${longDate(data.date, say.lang)}</time> · Transloinc ${data.version}</p>
<div class="cards"><div class="card"><b>${data.audit.coded}</b>${say.coded}</div><div class="card"><b>${data.audit.uncoded}</b>${say.uncoded}</div>${groups.map(({ severity, rows }) => html`<div class="card ${severity}-card"><b>${rows.length}</b>${say.groups[severity].toLowerCase()}</div>`)}</div>
${!data.wholeReference && html`<p class="advice">${STARTER_ADVICE[data.language]}</p>`}
<p class="soft">${say.method}</p>
<nav aria-label="${say.contents}"><ul><li><a href="#regles">${say.byRule}</a></li>${links}<li><a href="#remarques">${say.problems} (${data.table.problems.length})</a></li><li><a href="#references">${say.references}</a></li></ul></nav></header>
<main>
<h2 id="regles">${say.byRule}</h2>${rulesTable(data, say)}
${groups.map(({ severity, rows }) => group(data, severity, rows, say))}
<h2 id="remarques">${say.problems}</h2>${problems(data, say)}
<h2 id="references">${say.references}</h2><ul><li>${data.release.info.title} (${data.release.info.source}) — ${data.release.size.toLocaleString(data.language)} ${say.terms}${!data.wholeReference && html` — ${say.extract}`}</li></ul>
${data.table.columns.length > 0 && html`<p class="soft">${say.columns} : ${data.table.columns.map(([field, heading]) => `${field} = ${heading}`).join(" ; ")}</p>`}
</main><footer><p class="notice" lang="en">${LOINC_NOTICE}</p></footer></body></html>
`;
  return page.text;
}

const AUDIT_STYLE = html`.error-card b{color:var(--bad)}.warning-card b{color:var(--look)}.notice-mark{color:var(--soft);font-weight:600}.found{margin:8px 0}.found dt{font-weight:600}.found dd{margin:0 0 8px}`;

function longDate(date: string, language: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
}

function rulesTable({ audit, language }: AuditData, say: AuditWords): Html {
  const counts = ruleCounts(audit.findings);
  if (counts.length === 0) return html`<p>${say.clean}</p>`;
  const rows = counts.map(
    ({ rule, severity, count }) =>
      html`<tr><td class="${mark(severity)}">${say.severities[severity]}</td><td class="code">${rule}</td><td>${ruleTitle(rule, language)}</td><td class="number">${count}</td></tr>`,
  );
  return html`<table><thead><tr><th scope="col">${say.severity}</th><th scope="col">${say.rule}</th><th scope="col">${say.what}</th><th scope="col" class="number">${say.count}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** The class that colours a severity. */
function mark(severity: AuditSeverity): string {
  return severity === "notice" ? "notice-mark" : severity;
}

function group(
  data: AuditData,
  severity: AuditSeverity,
  rows: readonly (readonly [MappedRow, readonly Finding[]])[],
  say: AuditWords,
): Html {
  const facts = factsOf(data.table);
  const list = rows.map(([row, findings]) => suspectRow(row, findings, facts(row), data, say));
  return html`<h2 id="${severity}">${say.groups[severity]} (${rows.length})</h2><p class="soft">${say.groupHelp[severity]}</p>${list}`;
}

function suspectRow(
  row: MappedRow,
  findings: readonly Finding[],
  facts: { readonly unit: string; readonly specimen: string; readonly method: string },
  data: AuditData,
  say: AuditWords,
): Html {
  const [gravest] = findings;
  const said = [
    row.level !== "analysis" && reportWords(data.language).item[row.level]!,
    facts.unit && `${say.unit} ${facts.unit}`,
    facts.specimen && `${say.specimen} ${facts.specimen}`,
    facts.method && `${say.technique} ${facts.method}`,
    `${row.file}, ${say.line.toLowerCase()} ${row.line}`,
  ].filter((part) => part);
  const better = findings.find(({ replacement }) => replacement !== undefined)?.replacement;
  const told = findings.map(
    ({ rule, severity, reason, words, replacement }) =>
      html`<dt><span class="${mark(severity)}">${say.severities[severity]}</span> — ${ruleTitle(rule, data.language)} <span class="code">${rule}</span></dt><dd>${reason}${words !== "" && html` <span class="facts">${words}</span>`}${replacement && html`<br>${say.replacement} : <span class="code">${replacement.loinc}</span> <span lang="en">${replacement.name}</span>${replacement.confidence !== undefined && html` (${percent(replacement.confidence)})`}`}</dd>`,
  );
  return html`<details class="row"><summary><span><b>${row.label}</b> <span class="code">${row.shown}</span><br><span class="facts">${said.join(" · ")}</span></span><span><span class="code">${row.loinc}</span> <span lang="en">${row.name}</span><br><span class="question">${gravest!.reason}</span></span><span class="number code">${better?.loinc}</span></summary><div class="inside"><dl class="found">${told}</dl></div></details>`;
}

function percent(confidence: number): string {
  return `${Math.round(100 * confidence)} %`;
}

function problems({ table, language }: AuditData, say: AuditWords): Html {
  if (table.problems.length === 0) return html`<p>${say.problemsNone}</p>`;
  const told = reportWords(language);
  const rows = table.problems.map(
    (problem) =>
      html`<tr><td class="${problem.severity}">${told.severity[problem.severity]!}</td><td class="code">${problem.code}</td><td>${problem.file}${problem.line > 0 && html`, ${told.line} ${problem.line}`}</td><td>${problem.message}</td></tr>`,
  );
  return html`<table><thead><tr><td></td><th scope="col">${told.problem}</th><th scope="col">${told.place}</th><th scope="col">${told.message}</th></tr></thead><tbody>${rows}</tbody></table>`;
}
