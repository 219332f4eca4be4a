/** Pictures as SVG, each with a title and a text for those who do not see it; patterns and labels tell bands apart, not colour alone. */
import type { Band } from "../matching/proposal.ts";
import { type Html, html } from "./html.ts";
import type { Words } from "./words.ts";

const BANDS: readonly Band[] = ["auto", "review", "none"];

export type BarRow = { readonly label: string; readonly counts: { readonly [band in Band]: number } };

/** Widths in units of the picture, which is about a thousand wide: names, then bars, then totals. */
const WIDTH = 1000;
const BARS_FROM = 270;
const BARS_WIDTH = 480;
const ROW_HEIGHT = 30;
/** Of a letter, roughly. */
const CAPITAL = 9.3;
const SMALL = 7;

/** The pattern that band bars are filled with: once a page. */
export function bandPatterns(): Html {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"/><line x1="0" y1="0" x2="0" y2="6" class="hatch-line"/></pattern></defs></svg>`;
}

/** Horizontal bars, one a row, parted by band; widths are counts against the longest row. */
export function bandBars(title: string, rows: readonly BarRow[], words: Words): Html {
  const totals = rows.map((row) => BANDS.reduce((sum, band) => sum + row.counts[band], 0));
  const most = Math.max(1, ...totals);
  const height = rows.length * ROW_HEIGHT + 8;
  const summary = rows
    .map((row) => `${row.label} : ${BANDS.map((band) => counted(row, band, words)).join(", ")}`)
    .join(" ; ");
  return html`<figure class="chart"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}. ${summary}">
<desc>${summary}</desc>${rows.map((row, i) => barRow(row, i, totals[i]!, most, words))}</svg>${legend(words)}</figure>`;
}

/** A bar; counts too long for their part of it are told after it, with the total. */
function barRow(row: BarRow, i: number, total: number, most: number, words: Words): Html {
  const y = i * ROW_HEIGHT;
  let x = BARS_FROM;
  const told = [String(total)];
  const parts = BANDS.filter((band) => row.counts[band] > 0).map((band) => {
    const count = String(row.counts[band]);
    const w = (row.counts[band] / most) * BARS_WIDTH;
    const fits = w > 10 + count.length * 8;
    if (!fits) told.push(counted(row, band, words));
    const part = html`<rect class="band-${band}" x="${x.toFixed(1)}" y="${y + 6}" width="${w.toFixed(1)}" height="20" rx="2"/>${fits && html`<text class="inside-${band}" x="${(x + w / 2).toFixed(1)}" y="${y + 20}" text-anchor="middle">${count}</text>`}`;
    x += w;
    return part;
  });
  return html`<text x="${BARS_FROM - 12}" y="${y + 20}" text-anchor="end">${fitted(row.label, BARS_FROM - 20)}</text>${parts}<text class="total" x="${(x + 8).toFixed(1)}" y="${y + 20}">${told.join(" · ")}</text>`;
}

function counted(row: BarRow, band: Band, words: Words): string {
  return `${row.counts[band]} ${words.bands[band]!.toLowerCase()}`;
}

function legend(words: Words): Html {
  return html`<figcaption class="legend">${BANDS.map((band) => html`<span><svg width="22" height="14" aria-hidden="true"><rect class="band-${band}" x="1" y="1" width="20" height="12" rx="2"/></svg> ${words.bands[band]!}</span>`)}</figcaption>`;
}

/** A histogram of confidences 0 to 1 in steps of 0.1, with the share of each. */
export function confidenceHistogram(title: string, help: string, confidences: readonly number[]): Html {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const confidence of confidences) bins[Math.min(9, Math.floor(confidence * 10))]!++;
  const most = Math.max(1, ...bins);
  const summary = bins.map((count, i) => `${i * 10}–${i * 10 + 10} % : ${count}`).join(" ; ");
  const bars = bins.map((count, i) => {
    const height = (count / most) * 140;
    const x = 40 + i * 93;
    return html`<rect class="bar" x="${x}" y="${(170 - height).toFixed(1)}" width="76" height="${height.toFixed(1)}" rx="2"/><text x="${x + 38}" y="${(164 - height).toFixed(1)}" text-anchor="middle">${count}</text><text class="tick" x="${x + 38}" y="188" text-anchor="middle">${i * 10}–${i * 10 + 10} %</text>`;
  });
  return html`<figure class="chart histogram"><svg viewBox="0 0 ${WIDTH} 196" role="img" aria-label="${title}. ${summary}"><desc>${summary}</desc><line class="axis" x1="30" y1="170" x2="970" y2="170"/>${bars}</svg><figcaption>${help}</figcaption></figure>`;
}

/** `text`, cut where it would be wider than `width`. */
function fitted(text: string, width: number): string {
  let used = 0;
  for (const [i, letter] of [...text].entries()) {
    used += /\p{Lu}|[mw]/u.test(letter) ? CAPITAL : SMALL;
    if (used > width) return `${[...text].slice(0, i).join("").trimEnd()}…`;
  }
  return text;
}
