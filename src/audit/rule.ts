import type { AuditContext, Case } from "./case.ts";
import type { Remark } from "./finding.ts";

/** What is wrong with one row by one rule; `undefined` when nothing is. */
export type Rule = (row: Case, context: AuditContext) => Remark | undefined;
