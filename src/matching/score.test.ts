import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadCatalogue } from "../catalogue/load-catalogue.ts";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { loadStarter } from "../loinc/starter.ts";
import { buildEngine, candidatesOf, poolOf, scores } from "./candidates.ts";
import { FEATURES } from "./feature-names.ts";
import { indexReference } from "./reference-index.ts";
import { analysisRow, surroundingsOf } from "./rows.ts";
import { buildScorer } from "./score.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/laboratoire-du-port", import.meta.url));

test("adding up parts gives what weighing every feature gives", async () => {
  const release = loadStarter();
  const french = new Set(release.codes.filter((_, term) => term % 3 === 0));
  const engine = buildEngine(loadLexicon(), indexReference(release), french);
  const weights = Float32Array.from(FEATURES, (_, f) => Math.sin(f + 1));
  const score = buildScorer(engine, weights);
  const { catalogue } = await loadCatalogue([EXAMPLE]);
  const around = surroundingsOf(catalogue);
  const habits = { units: 0.25, substance: 0.9, american: true };
  const rows = catalogue.analyses.map((analysis) => analysisRow(around, analysis));
  // The same rows in a laboratory with other habits: nothing of the first may be left.
  const elsewhere = rows.map((row) => ({ ...row, context: { ...row.context, habits } }));
  for (const row of [...rows, ...elsewhere]) {
    const pool = poolOf(engine, row);
    const whole = scores(pool, weights);
    const parts = score(candidatesOf(engine, row));
    expect(parts.length).toBe(whole.length);
    const furthest = parts.reduce((most, part, i) => Math.max(most, Math.abs(part - whole[i]!)), 0);
    expect(furthest, row.label).toBeLessThan(1e-9);
  }
});
