/** What an audit says: which row, which rule, how grave, why, and what would be right. */
import type { Axis } from "../loinc/term.ts";
import type { MappedRow } from "../tables/mapping.ts";

/** `error`: the code cannot be right, or the SGL refuses it; `warning`: look at it; `notice`: good to know, the code may stand. */
export type AuditSeverity = "error" | "warning" | "notice";

export const SEVERITIES: readonly AuditSeverity[] = ["error", "warning", "notice"];

/** The rules, gravest first: their names do not change from one version to the next. */
export const RULES = [
  "check-digit",
  "several-codes",
  "section-on-analysis",
  "panel-on-analysis",
  "twins-swapped",
  "unit-property",
  "percent-absolute",
  "specimen-system",
  "component",
  "scale",
  "time",
  "challenge",
  "property",
  "method",
  "deprecated",
  "unknown-code",
  "twins",
  "nabm",
  "loinc-name",
  "result-on-exam",
  "proposal-differs",
  "discouraged",
  "not-in-circuit",
] as const;

export type RuleId = (typeof RULES)[number];

export type Replacement = {
  readonly loinc: string;
  readonly name: string;
  /** Calibrated chance, 0 to 1, that it is right when the engine proposes it; absent when it comes from elsewhere (LOINC's own replacement, a slip mended). */
  readonly confidence?: number;
};

/** What a rule says of one row. */
export type Remark = {
  readonly rule: RuleId;
  readonly severity: AuditSeverity;
  /** The axis at fault; empty when it is not about one. */
  readonly axis: Axis | "";
  /** A sentence in the language asked for. */
  readonly reason: string;
  /** The words of the row that it stands on, `unité « g/L »`; empty when it is about the code alone. */
  readonly words: string;
  readonly replacement?: Replacement;
};

export type Finding = Remark & { readonly row: MappedRow };
