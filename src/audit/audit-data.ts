/** What the outputs of an audit are made of. */
import type { Release } from "../loinc/release.ts";
import type { Language } from "../matching/phrases.ts";
import type { MappedRow, MappingTable } from "../tables/mapping.ts";
import type { Audit } from "./audit.ts";
import { type AuditSeverity, type Finding, RULES, type RuleId } from "./finding.ts";

export type AuditData = {
  readonly title: string;
  /** AAAA-MM-JJ. */
  readonly date: string;
  readonly version: string;
  readonly language: Language;
  readonly table: MappingTable;
  readonly audit: Audit;
  readonly release: Release;
  readonly wholeReference: boolean;
};

/** A rule with what it found. */
export type RuleCount = { readonly rule: RuleId; readonly severity: AuditSeverity; readonly count: number };

/** How many findings each rule made at each severity, gravest first; rules that found nothing are left out. */
export function ruleCounts(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity } of findings) {
    const key = `${severity}\t${rule}`;
    counts.set(key, { rule, severity, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const order = { error: 0, warning: 1, notice: 2 } as const;
  return [...counts.values()].sort(
    (a, b) => order[a.severity] - order[b.severity] || RULES.indexOf(a.rule) - RULES.indexOf(b.rule),
  );
}

/** The rows that have findings whose gravest is `severity`, in the order of their gravest finding, each with all its findings. */
export function rowsAt(
  findings: readonly Finding[],
  severity: AuditSeverity,
): (readonly [MappedRow, readonly Finding[]])[] {
  const rows = new Map<MappedRow, Finding[]>();
  for (const finding of findings) rows.set(finding.row, [...(rows.get(finding.row) ?? []), finding]);
  return [...rows].filter(([, [gravest]]) => gravest!.severity === severity);
}

/** What of a row helps to judge a finding. */
export function factsOf({
  catalogue,
}: MappingTable): (row: MappedRow) => { readonly unit: string; readonly specimen: string; readonly method: string } {
  const analyses = new Map(catalogue.analyses.map((analysis) => [analysis.code, analysis]));
  const exams = new Map(catalogue.exams.map((exam) => [exam.code, exam]));
  return ({ level, code }) => {
    const analysis = level === "analysis" ? analyses.get(code) : undefined;
    return {
      unit: analysis === undefined ? "" : analysis.unit || analysis.unitCode,
      specimen: analysis === undefined ? (exams.get(code)?.specimen ?? "") : analysis.specimen || analysis.specimenCode,
      method: analysis?.method ?? "",
    };
  };
}
