/** The analyte itself: what the label names is not what the code measures. */
import { ANALYTE_KINDS, ISOTYPES } from "../../matching/reference-index.ts";
import type { AuditContext, Case, Judged } from "../case.ts";
import type { Remark } from "../finding.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

export const componentRule: Rule = (row, context) => {
  const { judged, term } = row;
  if (judged?.given === undefined || term === undefined) return undefined;
  return otherIsotype(row, judged, context) ?? otherKind(row, judged, context) ?? otherAnalyte(row, judged, context);
};

function otherIsotype(row: Case, { given, facts }: Judged, context: AuditContext): Remark | undefined {
  if (given!.feature("isotype.differs") === 0) return undefined;
  const wanted = ISOTYPES[facts.isotype]!;
  const { component } = row.term!;
  return say(context, {
    rule: "component",
    severity: "error",
    axis: "component",
    words: labelOf(row, context),
    fr: `La ligne dit ${isotypeName(wanted)}, le code mesure « ${component} ».`,
    en: `The row says ${isotypeName(wanted)}, the code measures “${component}”.`,
    replacement: replacementFor(row, context),
  });
}

function isotypeName(isotype: string): string {
  return isotype.replaceAll("ig", "Ig").replace(/[gmaed]\d?(?=$|\+)/g, (letter) => letter.toUpperCase());
}

const KINDS_FR: Readonly<Record<string, string>> = {
  antibody: "un anticorps",
  antigen: "un antigène",
  nucleic: "un acide nucléique (PCR)",
  gene: "un gène",
};
const KINDS_EN: Readonly<Record<string, string>> = {
  antibody: "an antibody",
  antigen: "an antigen",
  nucleic: "a nucleic acid (PCR)",
  gene: "a gene",
};

function otherKind(row: Case, { given, facts, behind }: Judged, context: AuditContext): Remark | undefined {
  if (given!.feature("kind.differs") === 0 || behind === undefined || behind < CLOSE) return undefined;
  const kind = ANALYTE_KINDS[facts.kind]!;
  const { component } = row.term!;
  return say(context, {
    rule: "component",
    severity: "error",
    axis: "component",
    words: labelOf(row, context),
    fr: `La ligne cherche ${KINDS_FR[kind]}, le code mesure « ${component} ».`,
    en: `The row looks for ${KINDS_EN[kind]}, the code measures “${component}”.`,
    replacement: replacementFor(row, context),
  });
}

/** In score: a code so near the best candidate is not another analyte. */
const CLOSE = 1;
/** Shares of the label that a component explains: below, it is not what the label names; above, it is. */
const UNNAMED = 0.34;
const NAMED = 0.75;

/**
 * The label is understood (the best candidate explains it) and the code's component is not in it: neither by the words of the row, nor by an act of the
 * NABM, nor by what the lexicon knows.
 */
function otherAnalyte(row: Case, { given, behind, judge }: Judged, context: AuditContext): Remark | undefined {
  const best = row.proposal?.candidates[0];
  if (best === undefined || behind === undefined || behind < CLOSE) return undefined;
  const other = judge(best.loinc);
  if (other === undefined || other.match.base === given!.match.base) return undefined;
  const named = Math.max(given!.match.label, given!.match.synonym);
  const wanted = Math.max(other.match.label, other.match.synonym);
  if (given!.match.exact > 0 || named >= UNNAMED || wanted < NAMED) return undefined;
  const { component } = row.term!;
  return say(context, {
    rule: "component",
    severity: row.proposal!.band === "auto" ? "error" : "warning",
    axis: "component",
    words: labelOf(row, context),
    fr: `Rien dans la ligne ne nomme « ${component} », que le code mesure ; elle se lit « ${best.axes.component.value} ».`,
    en: `Nothing in the row names “${component}”, which the code measures; it reads “${best.axes.component.value}”.`,
    replacement: replacementFor(row, context),
  });
}

function labelOf({ mapped }: Case, { language }: AuditContext): string {
  return language === "fr" ? `libellé « ${mapped.label} »` : `label “${mapped.label}”`;
}
