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
    proposal.level !== "analysis" && say.item[proposal.level]!,
    facts.unit && `${say.unit} ${facts.unit}`,
    facts.specimen && `${say.specimen} ${facts.specimen}`,
    facts.method && `${say.method} ${facts.method}`,
    facts.exams.length > 0 && `${say.exam} ${facts.exams.slice(0, 2).join(", ")}`,
  ].filter((part) => part);
  const best = proposal.candidates[0];
  return html`<details class="row"><summary><span><b>${proposal.label}</b> <span class="code">${proposal.code}</span><br><span class="facts">${said.join(" · ")}</span></span><span><span class="code">${best?.loinc}</span> <span lang="${best?.nameLanguage ?? "en"}">${best?.name}</span><br><span class="question">${proposal.question}</span>${asides(proposal, say)}</span><span class="number">${percent(proposal.confidence)}</span></summary><div class="inside">${proposal.candidates.slice(0, SHOWN).map((candidate) => candidateTable(candidate, best, say))}</div></details>`;
}

/** Decisions taken earlier that the question does not tell, and what would change if assumed values were others. */
function asides(proposal: Proposal, say: Words): Html {
  const known = knownWords(proposal).filter((words) => !proposal.question.includes(words));
  const supposed = (proposal.alternatives ?? []).map(
    (other) => html`${other.words}${say.colon}<span class="code">${other.loinc}</span>`,
  );
  return html`${known.map((words) => html`<span class="known">${words}</span>`)}${supposed.map((words) => html`<span class="facts supposed">${words}</span>`)}`;
}

/** What is said of decisions taken earlier. */
function knownWords({ memory = [] }: Proposal): string[] {
  return memory.map(({ words }) => words);
}

/** One candidate axis by axis; where its value is not that of the best candidate, a sign says so. */
function candidateTable(candidate: Candidate, best: Candidate | undefined, say: Words): Html {
  const rows = AXES.map((axis) => {
    const reason = candidate.axes[axis];
    const differs = best !== undefined && best.axes[axis].value !== reason.value;
    return html`<tr${differs && html` class="differs"`}><th scope="row">${say.axis[axis]!}</th><td class="code">${reason.value || "—"}${differs && html` <span role="img" aria-label="${say.differs}">≠</span>`}</td><td class="${reason.verdict}">${say.verdict[reason.verdict]!}</td><td>${reason.evidence}</td></tr>`;
  });
  return html`<h4><span class="code">${candidate.loinc}</span> <span lang="${candidate.nameLanguage ?? "en"}">${candidate.name}</span> <span class="soft">${percent(candidate.confidence)}</span></h4><table class="axes"><tbody>${rows}</tbody></table>`;
}

export function codedTable(proposals: readonly Proposal[], say: Words): Html {
  const rows = proposals.map((proposal) => {
    const best = proposal.candidates[0];
    return html`<tr><td class="code">${proposal.code}</td><td>${proposal.label}</td><td class="code">${best?.loinc}</td><td><span lang="${best?.nameLanguage ?? "en"}">${best?.name}</span>${knownWords(proposal).map((words) => html`<span class="known">${words}</span>`)}</td><td class="number">${percent(proposal.confidence)}</td></tr>`;
  });
  return html`<table><thead><tr><th scope="col">${say.code}</th><th scope="col">${say.label}</th><th scope="col">${say.loinc}</th><th scope="col">${say.name}</th><th scope="col" class="number">${say.confidenceShort}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function uncodedTable(proposals: readonly Proposal[], say: Words): Html {
  const rows = proposals.map(
    (proposal) =>
      html`<tr><td class="code">${proposal.code}</td><td>${proposal.label}${knownWords(proposal).map((words) => html`<span class="known">${words}</span>`)}</td></tr>`,
  );
  return html`<table><thead><tr><th scope="col">${say.code}</th><th scope="col">${say.label}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}
