/** Gold exams beside their options. Members are taken as the gold codes them: errors of ranking are not the exam's. */
import { codeOf, indexOfCode } from "../loinc/release.ts";
import { type Engine, type Pool, poolOf, readingOf, scores } from "../matching/candidates.ts";
import { examPool } from "../matching/exam.ts";
import type { Member } from "../matching/exam-members.ts";
import { bestNamed, isNameAsked, namedRow } from "../matching/exam-name.ts";
import type { PanelIndex } from "../matching/panel-index.ts";
import type { Row } from "../matching/row.ts";
import { examRow, surroundingsOf } from "../matching/rows.ts";
import { type GoldCatalogue, gainOf } from "./examples.ts";
import type { GoldItem } from "./gold.ts";
import type { Example } from "./train-linear.ts";

/** The confidence that ranking usually has in a right code. */
const USUAL = 0.9;

/** A gold exam, its analyses as the gold codes them, and what its name alone may be when that is asked. */
export type ExamCase = {
  readonly item: GoldItem;
  readonly row: Row;
  readonly members: readonly Member[];
  readonly named: Pool | undefined;
};

/** The exams of `gold` that its catalogue holds. */
export function examCases(engine: Engine, gold: GoldCatalogue): ExamCase[] {
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
    const row = examRow(around, exam);
    return [
      { item, row, members, named: isNameAsked(members) ? poolOf(engine, namedRow(row, around.habits)) : undefined },
    ];
  });
}

/** `item` as an example, its name ranked under `weights`; `undefined` when its right answer is not among its options. */
export function examExample(
  engine: Engine,
  panels: PanelIndex,
  { item, row, members, named }: ExamCase,
  weights: Float32Array,
): Example | undefined {
  const pool = examPool(
    engine,
    panels,
    readingOf(engine, row),
    members,
    named && bestNamed(named, scores(named, weights)),
  );
  const gains = Float32Array.from(pool.options, ({ term }) => {
    if (term < 0) return item.loinc === "" ? 1 : 0;
    return gainOf(item, codeOf(engine.index.release, term));
  });
  return gains.some((gain) => gain > 0) ? { features: pool.features, gains, weight: 1 } : undefined;
}
