/** How often what the program calls ready to sign as a lot was right, over catalogues that were held out. */
import type { MeasuredLot, MeasuredModel } from "../matching/model.ts";
import type { Level } from "../matching/row.ts";
import type { HeldOut } from "./cross-validate.ts";

/** What `results` say of the lots, as the model file holds it. */
export function measuredLots(results: readonly HeldOut[]): MeasuredModel["measured"] {
  const levels = ["analysis", "exam", "chapter", "subchapter"] as const;
  const lots = Object.fromEntries(levels.map((level) => [level, lotOf(results, level)])) as {
    [level in Level]: MeasuredLot;
  };
  const rows = results.reduce((sum, { levels: { analysis } }) => sum + (analysis?.rows ?? 0), 0);
  return { auto: lots.analysis.percent, rows, lots };
}

function lotOf(results: readonly HeldOut[], level: Level): MeasuredLot {
  let rows = 0;
  let right = 0;
  for (const { levels } of results) {
    const metrics = levels[level];
    if (metrics === undefined) continue;
    const lot = Math.round(metrics.auto * metrics.rows);
    rows += lot;
    right += lot * metrics.autoPrecision;
  }
  return { percent: Math.round((1000 * right) / Math.max(1, rows)) / 10, rows };
}
