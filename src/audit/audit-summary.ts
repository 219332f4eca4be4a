/** The audit for a terminal: counts, then the worst rows. */
import { counted } from "../catalogue/problems.ts";
import { type AuditData, ruleCounts } from "./audit-data.ts";
import { auditWords, ruleTitle } from "./words.ts";

const SHOWN = 10;

export function auditSummary({ audit, release, wholeReference, language, table }: AuditData): string {
  const say = auditWords(language);
  const french = language === "fr";
  const colon = french ? " : " : ": ";
  const columns = table.columns.map(([field, heading]) => `${field} = ${heading}`).join(", ");
  const counts = ruleCounts(audit.findings).map(
    ({ rule, severity, count }) =>
      `  ${String(count).padStart(6)}  ${say.severities[severity].padEnd(17)} ${rule.padEnd(20)} ${ruleTitle(rule, language)}`,
  );
  const suspect = new Set(audit.findings.filter(({ severity }) => severity !== "notice").map(({ row }) => row)).size;
  const worst = audit.findings.slice(0, SHOWN).map(({ row, severity, rule, reason, words, replacement }) => {
    const instead = replacement === undefined ? "" : ` → ${replacement.loinc}`;
    return `  ${say.severities[severity]} ${rule} — ${row.shown} « ${row.label} » ${row.loinc}${instead}\n      ${reason} ${words}`.trimEnd();
  });
  return [
    `${say.references}${colon}${release.info.title}, ${release.size.toLocaleString(language)} ${say.terms}${wholeReference ? "" : ` (${say.extract})`}`,
    ...(columns === "" ? [] : [`${say.columns}${colon}${columns}`]),
    `${audit.coded} ${say.coded}, ${audit.uncoded} ${say.uncoded}, ${suspect} ${say.suspect}`,
    "",
    ...(counts.length === 0 ? [say.clean] : counts),
    ...(worst.length === 0 ? [] : ["", ...worst]),
    ...(audit.findings.length > SHOWN
      ? [
          french
            ? `  … et ${counted(audit.findings.length - SHOWN, "autre remarque", "autres remarques")} (--out les écrit toutes)`
            : `  … and ${audit.findings.length - SHOWN} more (--out writes all)`,
        ]
      : []),
  ].join("\n");
}
