/** A proof as a page to print and to sign by hand. */
import type { Language } from "../matching/phrases.ts";
import { Html, html } from "../report/html.ts";
import type { Proof, ProofRow } from "./proof.ts";

/** Given away so that a server can allow this style and no other. */
export const PROOF_STYLE = `body{font:14px/1.45 system-ui,"Segoe UI",Roboto,sans-serif;color:#1d2a33;background:#fff;max-width:1000px;margin:0 auto;padding:24px;overflow-wrap:anywhere}
h1{font-size:24px;margin:0 0 12px}h2{font-size:17px;margin:28px 0 6px}dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 18px;margin:0}dt{color:#51616d}dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:12.5px}th,td{text-align:left;padding:4px 7px;border-bottom:1px solid #d9dee2;vertical-align:baseline}thead th{border-bottom-color:#64717a}
code{font-family:ui-monospace,Consolas,"DejaVu Sans Mono",monospace;font-size:12px}.notice{font-size:11.5px;color:#51616d;margin-top:28px}.sign{margin-top:36px;display:flex;gap:60px}.sign p{border-top:1px solid #64717a;padding-top:4px;width:260px}
@media print{@page{margin:14mm}body{padding:0;max-width:none;font-size:10.5pt}tr{break-inside:avoid}thead{display:table-header-group}}`;

const FR = {
  lang: "fr",
  title: "Preuve de signature d'une table de transcodage LOINC",
  laboratory: "Laboratoire",
  project: "Projet",
  number: "Preuve n°",
  scope: { specialty: "Spécialité", chapter: "Chapitre" },
  signedBy: "Signée par",
  signedAt: "Le",
  rows: "Lignes signées",
  catalogue: "Catalogue",
  importNumber: "import n°",
  references: "Références",
  terms: "termes",
  hash: "Empreinte de la table (SHA-256)",
  seal: "Sceau du document (SHA-256)",
  previous: "Sceau de la preuve précédente",
  first: "aucune (première preuve du projet)",
  level: "Niveau",
  levels: { chapter: "chapitre", subchapter: "sous-chapitre", exam: "examen", analysis: "analyse" },
  local: "Code local",
  label: "Libellé",
  decision: "Décision",
  decided: "Décidé par",
  second: "Relu par",
  kinds: {
    waiting: "code d'attente",
    local: "code local seul",
    "not-coded": "non codé",
    undecided: "non décidé",
    loinc: "",
  },
  verify:
    "Pour vérifier ce document et la table donnée au SGL : transloinc verify-proof, avec le fichier JSON de la preuve et les fichiers LOINC_4, 5 et 6.",
  date: "Date",
  signature: "Signature",
};

const EN: typeof FR = {
  lang: "en",
  title: "Proof of signature of a LOINC transcoding table",
  laboratory: "Laboratory",
  project: "Project",
  number: "Proof no.",
  scope: { specialty: "Specialty", chapter: "Chapter" },
  signedBy: "Signed by",
  signedAt: "On",
  rows: "Signed rows",
  catalogue: "Catalogue",
  importNumber: "import no.",
  references: "References",
  terms: "terms",
  hash: "Hash of the table (SHA-256)",
  seal: "Seal of the document (SHA-256)",
  previous: "Seal of the proof before",
  first: "none (first proof of the project)",
  level: "Level",
  levels: { chapter: "chapter", subchapter: "sub-chapter", exam: "exam", analysis: "analysis" },
  local: "Local code",
  label: "Label",
  decision: "Decision",
  decided: "Decided by",
  second: "Read by",
  kinds: {
    waiting: "waiting code",
    local: "local code alone",
    "not-coded": "not coded",
    undecided: "undecided",
    loinc: "",
  },
  verify:
    "To verify this document and the table given to the SGL: transloinc verify-proof, with the proof's JSON file and the files LOINC_4, 5 and 6.",
  date: "Date",
  signature: "Signature",
};

/** The page of `proof`: one file that needs nothing else. */
export function proofHtml(proof: Proof, language: Language = "fr"): string {
  const say = language === "fr" ? FR : EN;
  const entry = (name: string, value: string | Html): Html => html`<dt>${name}</dt><dd>${value}</dd>`;
  const code = (text: string): Html => html`<code>${text}</code>`;
  const files = proof.catalogue.files.map((file) => html`<br>${file.name} ${code(file.sha256)}`);
  const references = proof.references.map(
    ({ title, version, source, terms }, i) =>
      html`${i > 0 && html`<br>`}${title} ${version} (${source}, ${terms} ${say.terms})`,
  );
  const page = html`<!doctype html>
<html lang="${say.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${say.title} — ${proof.laboratory}, ${proof.scope.name}</title><style>${new Html(PROOF_STYLE)}</style></head><body><main>
<h1>${say.title}</h1>
<dl>${[
    entry(say.laboratory, proof.laboratory),
    entry(say.project, proof.project.name),
    entry(say.number, `${proof.number} (${proof.id})`),
    entry(say.scope[proof.scope.kind], proof.scope.name || "—"),
    entry(say.signedBy, proof.signedBy.name),
    entry(say.signedAt, instant(proof.signedAt)),
    entry(say.rows, String(proof.table.rows)),
    entry(say.catalogue, html`${say.importNumber} ${proof.catalogue.version}${files}`),
    entry(say.references, html`${references}`),
    entry(say.hash, code(proof.table.sha256)),
    entry(say.seal, code(proof.seal)),
    entry(say.previous, proof.previous === "" ? say.first : code(proof.previous)),
  ]}</dl>
<h2>${say.rows}</h2>
<table><thead><tr>${[say.level, say.local, say.label, say.decision, say.decided, say.second].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${proof.rows.map((row) => rowHtml(row, say))}</tbody></table>
<div class="sign"><p>${say.date}</p><p>${say.signature}</p></div>
<p class="notice">${say.verify}</p><p class="notice" lang="en">${proof.notice}</p>
</main></body></html>
`;
  return page.text;
}

function rowHtml(row: ProofRow, say: typeof FR): Html {
  const decision =
    row.kind === "loinc"
      ? html`<code>${row.loinc}</code> <span lang="en">${row.name}</span>`
      : html`${say.kinds[row.kind]}${row.waitingCode !== "" && html` <code>${row.waitingCode}</code>`}`;
  const reason = row.reason !== "" && html`<br>${row.reason}`;
  return html`<tr><td>${say.levels[row.level]}</td><td><code>${row.code}</code></td><td>${row.label}</td><td>${decision}${reason}</td><td>${row.decidedBy}<br>${instant(row.decidedAt)}</td><td>${row.secondBy || "—"}</td></tr>
`;
}

/** A time as it was kept, without milliseconds: the same on every printer, wherever it stands. */
function instant(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
}
