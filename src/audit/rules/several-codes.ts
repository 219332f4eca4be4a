import type { AuditContext, Case } from "../case.ts";
import type { Finding } from "../finding.ts";
import { say } from "../say.ts";

/** One local item with several codes: an SGL refuses the table for it. */
export function severalCodesFindings(cases: readonly Case[], context: AuditContext): Finding[] {
  const items = new Map<string, Case[]>();
  for (const row of cases) {
    const { level, parent, code } = row.mapped;
    const key = `${level}\t${parent}\t${code}`;
    items.set(key, [...(items.get(key) ?? []), row]);
  }
  return [...items.values()].flatMap((rows) => {
    const codes = [...new Set(rows.map(({ mapped }) => mapped.loinc))];
    if (codes.length < 2) return [];
    const { mapped } = rows[0]!;
    const remark = say(context, {
      rule: "several-codes",
      severity: "error",
      fr: `« ${mapped.shown} » porte ${codes.length} codes LOINC (${codes.join(", ")}) : le SGL refuse la table.`,
      en: `“${mapped.shown}” holds ${codes.length} LOINC codes (${codes.join(", ")}): the SGL refuses the table.`,
    });
    return [{ ...remark, row: mapped }];
  });
}
