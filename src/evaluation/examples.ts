/** Gold rows beside what matching sees of them: what models learn from and are measured on. */
import type { Catalogue } from "../catalogue/types.ts";
import { codeOf } from "../loinc/release.ts";
import { type Engine, type Pool, poolOf } from "../matching/candidates.ts";
import { FEATURES } from "../matching/feature-names.ts";
import { analysisRow, surroundingsOf } from "../matching/rows.ts";
import type { GoldItem } from "./gold.ts";
import { priorWeights } from "./prior-weights.ts";
import type { Example } from "./train-linear.ts";

export type GoldCatalogue = {
  readonly name: string;
  readonly catalogue: Catalogue;
  readonly gold: readonly GoldItem[];
};

export type AnalysisCase = { readonly item: GoldItem; readonly pool: Pool };

/** How much an acceptable code that is not the best one counts. */
const ACCEPTABLE = 0.4;

/** The analyses of `gold` that its catalogue holds, with their pools. */
export function analysisCases(engine: Engine, gold: GoldCatalogue): AnalysisCase[] {
  const around = surroundingsOf(gold.catalogue);
  const analyses = new Map(gold.catalogue.analyses.map((analysis) => [analysis.code, analysis]));
  return gold.gold.flatMap((item) => {
    const analysis = item.level === "analysis" ? analyses.get(item.code) : undefined;
    return analysis === undefined ? [] : [{ item, pool: poolOf(engine, analysisRow(around, analysis)) }];
  });
}

/** 1 for the best code, less for an acceptable one, 0 for a wrong one. */
export function gainOf(item: GoldItem, code: string): number {
  return code === item.loinc ? 1 : item.accepted.includes(code) ? ACCEPTABLE : 0;
}

/** The case as a ranking example; `undefined` when it has no code or none of its codes was collected. */
export function rankingExample(engine: Engine, { item, pool }: AnalysisCase): Example | undefined {
  if (item.loinc === "") return undefined;
  const gains = Float32Array.from(pool.terms, (term) => gainOf(item, codeOf(engine.index.release, term)));
  if (!gains.some((gain) => gain > 0)) return undefined;
  return hardest({ features: pool.features, gains, weight: item.certainty === "unsure" ? 0.5 : 1 });
}

/** As many wrong candidates as these teach all that there is to learn from a row: the ones that look most right before learning. */
const HARD = 80;

function hardest(example: Example): Example {
  const width = FEATURES.length;
  const prior = priorWeights();
  const scored = Array.from(example.gains, (gain, i) => {
    let score = gain > 0 ? Number.POSITIVE_INFINITY : 0;
    for (let f = 0; f < width; f++) score += prior[f]! * example.features[i * width + f]!;
    return { i, score };
  });
  const kept = scored.sort((a, b) => b.score - a.score || a.i - b.i).slice(0, HARD);
  const features = new Float32Array(kept.length * width);
  kept.forEach(({ i }, k) => features.set(example.features.subarray(i * width, (i + 1) * width), k * width));
  return { features, gains: Float32Array.from(kept, ({ i }) => example.gains[i]!), weight: example.weight };
}
