/** Gold exams beside their options. Members are taken as the gold codes them: errors of ranking are not the exam's. */
import { codeOf, indexOfCode } from "../loinc/release.ts";
import type { Engine } from "../matching/candidates.ts";
import { examPool, type Member, type PanelIndex } from "../matching/exam.ts";
import { examRow, surroundingsOf } from "../matching/rows.ts";
import { type GoldCatalogue, gainOf } from "./examples.ts";
import type { Example } from "./train-linear.ts";

/** The confidence that ranking usually has in a right code. */
const USUAL = 0.9;

/** An example for each exam of `gold` whose right answer is among its options. */
export function examExamples(engine: Engine, panels: PanelIndex, gold: GoldCatalogue): Example[] {
  const around = surroundingsOf(gold.catalogue);
  const exams = new Map(gold.catalogue.exams.map((exam) => [exam.code, exam]));
  const analyses = new Map(gold.gold.filter((item) => item.level === "analysis").map((item) => [item.code, item]));
  return gold.gold.flatMap((item) => {
    const exam = item.level === "exam" ? exams.get(item.code) : undefined;
    if (exam === undefined) return [];
    const members = exam.analyses.map((code): Member => {
      const term = indexOfCode(engine.index.release, analyses.get(code)?.loinc ?? "");
      return { code, label: "", term, confidence: term < 0 ? 0 : USUAL, sure: term >= 0 };
    });
    const pool = examPool(engine, panels, examRow(around, exam), members);
    const gains = Float32Array.from(pool.options, ({ term }) => {
      if (term < 0) return item.loinc === "" ? 1 : 0;
      return gainOf(item, codeOf(engine.index.release, term));
    });
    return gains.some((gain) => gain > 0) ? [{ features: pool.features, gains, weight: 1 }] : [];
  });
}
