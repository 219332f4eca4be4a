/** The report on a change of references as one self-contained page. */
import { LOINC_NOTICE } from "../loinc/term.ts";
import { html } from "./html.ts";
import { STYLE } from "./style.ts";
import { CHANGE_KINDS, changeCounts, type UpgradeData } from "./upgrade-data.ts";
import { changeText, insteadOf, upgradeWords } from "./upgrade-words.ts";
import { words } from "./words.ts";

/** The page, whole: no script, no other file, nothing fetched. */
export function upgradeHtml(data: UpgradeData): string {
  const say = upgradeWords(data.language);
  const { item } = words(data.language);
  const list = (references: UpgradeData["to"]) =>
    references.map(({ title, source }) => `${title} (${source})`).join(", ");
  const colon = data.language === "fr" ? " : " : ": ";
  const counts = new Map(changeCounts(data.touched));
  const sections = CHANGE_KINDS.filter((kind) => counts.has(kind)).map((kind) => {
    const rows = data.touched.flatMap(({ row, changes }) =>
      changes
        .filter((change) => change.kind === kind)
        .map(
          (change) =>
            html`<tr><td>${item[row.level]!} <span class="code">${row.code}</span><br>${row.label}<br><span class="facts">${row.file}, ${say.line} ${row.line}</span></td><td><span class="code">${row.loinc || "—"}</span> ${row.name}</td><td>${changeText(change, row, say)}${insteadOf(change).map(({ loinc, name, nameLanguage, comment }) => html`<div>→ <span class="code">${loinc}</span> <span lang="${nameLanguage ?? "en"}">${name}</span>${comment !== "" && html` — <span lang="en">${comment}</span>`}</div>`)}</td></tr>`,
        ),
    );
    return html`<h2 id="${kind}">${say.kinds[kind]} (${counts.get(kind)!})</h2><table><thead><tr>${[say.code, say.loinc, say.change].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
  });
  const nav = [...counts].map(([kind, count]) => html`<li><a href="#${kind}">${say.kinds[kind]} (${count})</a></li>`);
  return html`<!doctype html>
<html lang="${say.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say.title} — ${data.title}</title><style>${STYLE}</style></head><body>
<header><h1>${say.title}</h1><p class="soft">${data.title} · <time datetime="${data.date}">${data.date}</time> · Transloinc ${data.version}</p>
<p>${say.from}${colon}${!data.earlier && html`${say.unknown}<br>`}${list(data.from)}<br>${say.to}${colon}${list(data.to)}</p>
<p>${data.touched.length === 0 ? say.nothing : say.touched(data.touched.length, data.rows, data.coded)}</p><p class="advice">${say.unchanged}</p>
${nav.length > 0 && html`<nav aria-label="${say.change}"><ul>${nav}</ul></nav>`}</header>
<main>${sections}</main><footer><p class="notice" lang="en">${LOINC_NOTICE}</p></footer></body></html>
`.text;
}
