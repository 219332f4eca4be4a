/** Pictures of an evaluation as SVG: how honest confidence is, how much can be signed at which precision, and how each chapter does. */
import { type Html, html } from "../report/html.ts";
import type { Sure } from "./metrics.ts";

const SIDE = 320;
const LEFT = 60;
const TOP = 16;

const x = (share: number): string => (LEFT + share * SIDE).toFixed(1);
const y = (share: number): string => (TOP + (1 - share) * SIDE).toFixed(1);
const percent = (share: number): string => `${(100 * share).toLocaleString("fr-FR", { maximumFractionDigits: 1 })} %`;

export type Bin = { readonly claimed: number; readonly right: number; readonly rows: number };

/** Ten bins of confidence: mean confidence, share right, rows; empty bins are left out. */
export function reliabilityBins(sure: readonly Sure[]): Bin[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = sure.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const rows = Math.max(1, inside.length);
    return {
      claimed: inside.reduce((sum, { confidence }) => sum + confidence, 0) / rows,
      right: inside.filter(({ right }) => right).length / rows,
      rows: inside.length,
    };
  }).filter(({ rows }) => rows > 0);
}

/** For each share of rows, surest first, how many are right. */
export function coverageCurve(sure: readonly Sure[]): { readonly coverage: number; readonly precision: number }[] {
  let right = 0;
  return sure.map((entry, i) => {
    if (entry.right) right++;
    return { coverage: (i + 1) / sure.length, precision: right / (i + 1) };
  });
}

/** Confidence against the share that was right; on the diagonal, confidence is honest. Circles grow with the number of rows. */
export function reliabilityDiagram(sure: readonly Sure[]): Html {
  const bins = reliabilityBins(sure);
  const most = Math.max(1, ...bins.map(({ rows }) => rows));
  const summary = bins
    .map((bin) => `annoncé ${percent(bin.claimed)}, juste ${percent(bin.right)} (${bin.rows} lignes)`)
    .join(" ; ");
  const marks = bins.map(
    (bin) =>
      html`<circle class="mark" cx="${x(bin.claimed)}" cy="${y(bin.right)}" r="${(3 + 9 * Math.sqrt(bin.rows / most)).toFixed(1)}"/><text class="tick" x="${(Number(x(bin.claimed)) + 14).toFixed(1)}" y="${(Number(y(bin.right)) + 4).toFixed(1)}">${bin.rows}</text>`,
  );
  const line = bins.map((bin) => `${x(bin.claimed)},${y(bin.right)}`).join(" ");
  return figure(
    "Fiabilité de la confiance",
    summary,
    "confiance annoncée",
    "part juste",
    html`<line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/><polyline class="curve" points="${line}"/>${marks}`,
    [0, 1],
  );
}

/** Precision against the share of rows signed, surest first; the scale of precision begins at one half. */
export function coverageDiagram(sure: readonly Sure[]): Html {
  const curve = coverageCurve(sure);
  const height = (precision: number): number => Math.max(0, 2 * precision - 1);
  const points = curve.map(({ coverage, precision }) => `${x(coverage)},${y(height(precision))}`).join(" ");
  const summary = [0.25, 0.5, 0.75, 1]
    .map((share) => {
      const at = curve[Math.max(0, Math.ceil(share * curve.length) - 1)];
      return at === undefined ? "" : `${percent(share)} des lignes : ${percent(at.precision)} justes`;
    })
    .join(" ; ");
  const limits = [0.98, 0.95].map(
    (limit) =>
      html`<line class="ideal" x1="${x(0)}" x2="${x(1)}" y1="${y(height(limit))}" y2="${y(height(limit))}"/><text class="tick" x="${(Number(x(1)) + 6).toFixed(1)}" y="${(Number(y(height(limit))) + 4).toFixed(1)}">${percent(limit)}</text>`,
  );
  return figure(
    "Couverture et précision",
    summary,
    "part des lignes, les plus sûres d'abord",
    "précision",
    html`${limits}<polyline class="curve" points="${points}"/>`,
    [0.5, 1],
  );
}

export type ChapterBar = {
  readonly label: string;
  readonly rows: number;
  readonly top1: number;
  readonly top5: number;
};

/** One line a chapter: acceptable code first (filled), among the first five (outline). */
export function chapterDiagram(chapters: readonly ChapterBar[]): Html {
  const width = 440;
  const title = "Code acceptable en tête (plein) et parmi les cinq premiers (contour), par chapitre";
  const summary = chapters
    .map((chapter) => `${chapter.label} : ${percent(chapter.top1)}, ${percent(chapter.top5)}`)
    .join(" ; ");
  const bars = chapters.map(
    (chapter, i) =>
      html`<text x="330" y="${i * 26 + 19}" text-anchor="end">${short(chapter.label)}</text><rect class="outline" x="340" y="${i * 26 + 6}" width="${(chapter.top5 * width).toFixed(1)}" height="18" rx="2"/><rect class="bar" x="340" y="${i * 26 + 6}" width="${(chapter.top1 * width).toFixed(1)}" height="18" rx="2"/><text class="total" x="${340 + width + 8}" y="${i * 26 + 19}">${percent(chapter.top1)} · ${chapter.rows}</text>`,
  );
  return html`<figure class="chart"><svg viewBox="0 0 880 ${chapters.length * 26 + 12}" role="img" aria-label="${title}. ${summary}"><title>${title}</title><desc>${summary}</desc>${bars}</svg><figcaption>${title} ; à droite, part en tête et nombre d'analyses à coder.</figcaption></figure>`;
}

function figure(
  title: string,
  summary: string,
  across: string,
  up: string,
  content: Html,
  [from, to]: readonly [number, number],
): Html {
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const ticks = steps.map(
    (step) =>
      html`<text class="tick" x="${x(step)}" y="${TOP + SIDE + 18}" text-anchor="middle">${percent(step)}</text><text class="tick" x="${LEFT - 8}" y="${(Number(y(step)) + 4).toFixed(1)}" text-anchor="end">${percent(from + step * (to - from))}</text>`,
  );
  return html`<figure class="chart"><svg viewBox="0 0 ${LEFT + SIDE + 70} ${TOP + SIDE + 44}" role="img" aria-label="${title}. ${summary}"><title>${title}</title><desc>${summary}</desc><rect class="frame" x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}"/>${ticks}${content}<text class="tick" x="${LEFT + SIDE / 2}" y="${TOP + SIDE + 38}" text-anchor="middle">${across}</text><text class="tick" x="${LEFT}" y="11">${up}</text></svg><figcaption>${title}</figcaption></figure>`;
}

/** `label` as far as there is room for it. */
function short(label: string): string {
  return label.length <= 42 ? label : `${label.slice(0, 41)}…`;
}
