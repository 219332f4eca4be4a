/** The audit for programs. */
import { LOINC_NOTICE } from "../loinc/term.ts";
import { type AuditData, factsOf, ruleCounts } from "./audit-data.ts";

/** One object: what was read, counts by rule, and the findings worst first, each with its row. */
export function auditJson(data: AuditData): string {
  const { audit, table, release } = data;
  const facts = factsOf(table);
  const content = {
    title: data.title,
    date: data.date,
    program: `Transloinc ${data.version}`,
    reference: { ...release.info, terms: release.size, whole: data.wholeReference },
    format: table.format,
    columns: Object.fromEntries(table.columns),
    coded: audit.coded,
    uncoded: audit.uncoded,
    rules: ruleCounts(audit.findings),
    findings: audit.findings.map(({ row, ...remark }) => {
      const { code: _, parent, shown, ...rest } = row;
      return { ...remark, row: { code: shown, ...(parent === "" ? {} : { parent }), ...rest, ...facts(row) } };
    }),
    problems: table.problems,
    notice: LOINC_NOTICE,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
