/** Makes a remark in the language of the audit. */
import type { Axis } from "../loinc/term.ts";
import type { AuditContext } from "./case.ts";
import type { AuditSeverity, Remark, Replacement, RuleId } from "./finding.ts";

type Said = {
  readonly rule: RuleId;
  readonly severity: AuditSeverity;
  readonly axis?: Axis;
  readonly words?: string;
  readonly fr: string;
  readonly en: string;
  readonly replacement?: Replacement | undefined;
};

export function say({ language }: Pick<AuditContext, "language">, said: Said): Remark {
  const { rule, severity, axis = "", words = "", replacement } = said;
  const reason = language === "fr" ? said.fr : said.en;
  return { rule, severity, axis, reason, words, ...(replacement === undefined ? {} : { replacement }) };
}
