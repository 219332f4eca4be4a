/** Rows of the report. */
import { AXES } from "../loinc/term.ts";
import type { Candidate, Proposal } from "../matching/proposal.ts";
import { type Html, html } from "./html.ts";
import type { RowFacts } from "./report-data.ts";
import type { Words } from "./words.ts";

const SHOWN = 3;

/** A row to look at, closed: its label, what would decide, its confidence; open: its best candidates axis by axis. */
export function reviewRow(proposal: Proposal, facts: RowFacts, say: Words): Html {
  const said = [
    facts.unit && `${say.unit} ${facts.unit}`,
    facts.specimen && `${say.specimen} ${facts.specimen}`,
    facts.method && `${say.method} ${facts.method}`,
    facts.exams.length > 0 && `${say.exam} ${facts.exams.slice(0, 2).join(", ")}`,
  ].filter((part) => part);
  return html`<details><summary><span><b>${proposal.label}</b> <span class="code">${proposal.code}</span><br><span class="facts">${said.join(" · ")}</span></span><span>${proposal.candidates[0]?.loinc} ${proposal.candidates[0]?.name}<br><span class="question">${proposal.question}</span></span><span class="number">${percent(proposal.confidence)}</span></summary><div class="inside">${proposal.candidates.slice(0, SHOWN).map((candidate) => candidateTable(candidate, say))}</div></details>`;
}

function candidateTable(candidate: Candidate, say: Words): Html {
  const rows = AXES.map((axis) => {
    const reason = candidate.axes[axis];
    return html`<tr><th scope="row">${say.axis[axis]!}</th><td class="code">${reason.value || "—"}</td><td class="${reason.verdict}">${say.verdict[reason.verdict]!}</td><td>${reason.evidence}</td></tr>`;
  });
  return html`<h3><span class="code">${candidate.loinc}</span> ${candidate.name} <span class="soft">${percent(candidate.confidence)}</span></h3><table><tbody>${rows}</tbody></table>`;
}

export function codedTable(proposals: readonly Proposal[], say: Words): Html {
  const rows = proposals.map((proposal) => {
    const best = proposal.candidates[0];
    return html`<tr><td class="code">${proposal.code}</td><td>${proposal.label}</td><td class="code">${best?.loinc}</td><td>${best?.name}</td><td class="number">${percent(proposal.confidence)}</td></tr>`;
  });
  return html`<table><thead><tr><th>${say.code}</th><th>${say.label}</th><th>${say.loinc}</th><th>${say.name}</th><th>${say.confidenceShort}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function uncodedTable(proposals: readonly Proposal[], say: Words): Html {
  const rows = proposals.map(
    (proposal) => html`<tr><td class="code">${proposal.code}</td><td>${proposal.label}</td></tr>`,
  );
  return html`<table><thead><tr><th>${say.code}</th><th>${say.label}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}
