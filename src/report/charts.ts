/** Pictures as SVG, each with a title and a text for those who do not see it; patterns and labels tell bands apart, not colour alone. */
import type { Band } from "../matching/proposal.ts";
import { type Html, html } from "./html.ts";
import type { Words } from "./words.ts";

const BANDS: readonly Band[] = ["auto", "review", "none"];

export type BarRow = { readonly label: string; readonly counts: { readonly [band in Band]: number } };

/** Horizontal bars, one a row, parted by band; widths are counts against the longest row. */
export function bandBars(title: string, rows: readonly BarRow[], words: Words): Html {
  const totals = rows.map((row) => BANDS.reduce((sum, band) => sum + row.counts[band], 0));
  const most = Math.max(1, ...totals);
  const height = rows.length * 30 + 8;
  const summary = rows
    .map(
      (row) =>
        `${row.label} : ${BANDS.map((band) => `${row.counts[band]} ${words.bands[band]!.toLowerCase()}`).join(", ")}`,
    )
    .join(" ; ");
  return html`<figure class="chart"><svg viewBox="0 0 860 ${height}" role="img" aria-label="${title}. ${summary}">
<title>${title}</title><desc>${summary}</desc>${patterns()}${rows.map((row, i) => barRow(row, i, totals[i]!, most))}</svg>${legend(words)}</figure>`;
}

function barRow(row: BarRow, i: number, total: number, most: number): Html {
  const width = 520;
  let x = 250;
  const parts = BANDS.filter((band) => row.counts[band] > 0).map((band) => {
    const w = (row.counts[band] / most) * width;
    const part = html`<rect class="band-${band}" x="${x.toFixed(1)}" y="${i * 30 + 6}" width="${w.toFixed(1)}" height="20" rx="2"/>${w > 26 && html`<text class="inside-${band}" x="${(x + w / 2).toFixed(1)}" y="${i * 30 + 20}" text-anchor="middle">${row.counts[band]}</text>`}`;
    x += w;
    return part;
  });
  return html`<text x="240" y="${i * 30 + 20}" text-anchor="end">${short(row.label, 34)}</text>${parts}<text class="total" x="${(x + 8).toFixed(1)}" y="${i * 30 + 20}">${total}</text>`;
}

function patterns(): Html {
  return html`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"/><line x1="0" y1="0" x2="0" y2="6" class="hatch-line"/></pattern></defs>`;
}

function legend(words: Words): Html {
  return html`<figcaption class="legend">${BANDS.map((band) => html`<span><svg width="18" height="12" aria-hidden="true"><rect class="band-${band}" width="18" height="12" rx="2"/></svg> ${words.bands[band]!}</span>`)}</figcaption>`;
}

/** A histogram of confidences 0 to 1 in steps of 0.1, with the share of each. */
export function confidenceHistogram(title: string, help: string, confidences: readonly number[]): Html {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const confidence of confidences) bins[Math.min(9, Math.floor(confidence * 10))]!++;
  const most = Math.max(1, ...bins);
  const summary = bins.map((count, i) => `${i * 10}–${i * 10 + 10} % : ${count}`).join(" ; ");
  const bars = bins.map((count, i) => {
    const height = (count / most) * 130;
    return html`<rect class="bar" x="${40 + i * 78}" y="${(150 - height).toFixed(1)}" width="62" height="${height.toFixed(1)}" rx="2"/><text x="${71 + i * 78}" y="${(144 - height).toFixed(1)}" text-anchor="middle">${count}</text><text class="tick" x="${71 + i * 78}" y="168" text-anchor="middle">${i * 10}–${i * 10 + 10} %</text>`;
  });
  return html`<figure class="chart"><svg viewBox="0 0 860 178" role="img" aria-label="${title}. ${summary}"><title>${title}</title><desc>${summary}</desc><line class="axis" x1="30" y1="150" x2="830" y2="150"/>${bars}</svg><figcaption>${help}</figcaption></figure>`;
}

function short(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
