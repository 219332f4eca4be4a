import { readFileSync } from "node:fs";
import { readRows } from "../lexicon/table.ts";
import { type Engine, poolOf } from "../matching/candidates.ts";
import { labelRow } from "../matching/rows.ts";
import type { AnalysisCase } from "./examples.ts";

const COLUMNS = ["parent_exam", "local_code", "local_label", "unit", "specimen", "method", "loinc"] as const;

/** Every `step`th row of a table of mappings (tab-separated: parent_exam, local_code, local_label, unit, specimen, method, loinc) as a case. */
export function loadMappings(engine: Engine, path: string, step = 1): AnalysisCase[] {
  const rows = readRows(path, readFileSync(path, "utf8"), COLUMNS).filter((_, i) => i % step === 0);
  return rows.map((row) => {
    const bare = labelRow(row.local_label);
    // What stands in brackets after the exam's name is its number.
    const exams = [row.parent_exam.replace(/\(.*$/, "").trim()].filter((exam) => exam !== "");
    const pool = poolOf(engine, {
      ...bare,
      code: row.local_code,
      unit: row.unit,
      specimen: row.specimen,
      method: row.method,
      context: { ...bare.context, exams },
    });
    return {
      item: { level: "analysis", code: row.local_code, loinc: row.loinc, accepted: [row.loinc], certainty: "likely" },
      pool,
    };
  });
}
