/** The rules in use: those that look at one row, and those that compare rows. */
import type { AuditContext, Case } from "./case.ts";
import type { Finding } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { challengeRule } from "./rules/challenge.ts";
import { checkDigitRule } from "./rules/check-digit.ts";
import { componentRule } from "./rules/component.ts";
import { panelOnAnalysisRule, resultOnExamRule, sectionOnAnalysisRule } from "./rules/kind-of-code.ts";
import { loincNameRule } from "./rules/loinc-name.ts";
import { nabmRule } from "./rules/nabm.ts";
import { proposalDiffersRule } from "./rules/proposal-differs.ts";
import { scaleRule } from "./rules/scale.ts";
import { severalCodesFindings } from "./rules/several-codes.ts";
import { methodRule, propertyRule, specimenSystemRule } from "./rules/stated-axis.ts";
import { deprecatedRule, discouragedRule, notInCircuitRule, unknownCodeRule } from "./rules/status.ts";
import { timeRule } from "./rules/time.ts";
import { twinFindings } from "./rules/twins.ts";
import { percentAbsoluteRule, unitPropertyRule } from "./rules/unit-property.ts";

export const ROW_RULES: readonly Rule[] = [
  checkDigitRule,
  unknownCodeRule,
  deprecatedRule,
  discouragedRule,
  sectionOnAnalysisRule,
  panelOnAnalysisRule,
  resultOnExamRule,
  unitPropertyRule,
  percentAbsoluteRule,
  specimenSystemRule,
  componentRule,
  scaleRule,
  timeRule,
  challengeRule,
  propertyRule,
  methodRule,
  nabmRule,
  loincNameRule,
  proposalDiffersRule,
  notInCircuitRule,
];

export const TABLE_RULES: readonly ((cases: readonly Case[], context: AuditContext) => Finding[])[] = [
  severalCodesFindings,
  twinFindings,
];
