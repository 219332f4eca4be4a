/** The analyte itself: what the label names is not what the code measures. */
import { componentWords } from "../../lexicon/normalise.ts";
import { ISOTYPES } from "../../matching/reference-index.ts";
import type { AuditContext, Case, Judged } from "../case.ts";
import { isMetabolite, isSigle, saysMore, stands } from "../component-words.ts";
import { BELIEVED } from "../contradiction.ts";
import type { Remark } from "../finding.ts";
import { isGeneric } from "../generic-component.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";
import { isKind, type Kind, statedIsotype, statedKind } from "../stated-identity.ts";

export const componentRule: Rule = (row, context) => {
  const { judged, term } = row;
  if (judged?.given === undefined || term === undefined) return undefined;
  return (
    otherIsotype(row, judged, context) ??
    otherKind(row, judged, context) ??
    otherAnalyte(row, judged, context) ??
    narrower(row, judged, context)
  );
};

function otherIsotype(row: Case, { given, reading }: Judged, context: AuditContext): Remark | undefined {
  const wanted = statedIsotype(reading);
  const { component } = row.term!;
  const has = ISOTYPES[context.engine.index.isotypeOfBase[given!.match.base]!]!;
  if (wanted === undefined || has === "" || has.startsWith(wanted) || componentWords(component).includes(wanted))
    return undefined;
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

/** `igg1` → IgG1. */
function isotypeName(isotype: string): string {
  return `I${isotype.slice(1, 2)}${isotype.slice(2).toUpperCase()}`;
}

const KINDS: { readonly [kind in Kind]: readonly [fr: string, en: string] } = {
  antibody: ["un anticorps", "an antibody"],
  antigen: ["un antigène", "an antigen"],
  nucleic: ["un acide nucléique", "a nucleic acid"],
};

function otherKind(row: Case, { reading, behind }: Judged, context: AuditContext): Remark | undefined {
  const kind = statedKind(reading);
  const { component } = row.term!;
  if (kind === undefined || isKind(component, kind) || isGeneric(component)) return undefined;
  if (behind === undefined || behind < CLOSE) return undefined;
  // the engine, weighing everything, must come to that kind too
  const best = row.proposal?.candidates[0];
  if (best === undefined || best.confidence < BELIEVED || !isKind(best.axes.component.value, kind)) return undefined;
  return say(context, {
    rule: "component",
    severity: "error",
    axis: "component",
    words: labelOf(row, context),
    fr: `La ligne cherche ${KINDS[kind][0]}, le code mesure « ${component} ».`,
    en: `The row looks for ${KINDS[kind][1]}, the code measures “${component}”.`,
    replacement: replacementFor(row, context),
  });
}

/** In score: a code so near the best candidate is not another analyte. */
const CLOSE = 1;
/** Shares of the label that a component explains: below, it is not what the label names; above, it is. */
const UNNAMED = 0.34;
const NAMED = 0.75;
/**
 * The label is understood (the best candidate explains it) and the code's component is not in it: neither by the words of the row, nor by what the lexicon
 * knows, nor letter by letter.
 */
function otherAnalyte(row: Case, { given, behind, judge, reading }: Judged, context: AuditContext): Remark | undefined {
  const best = row.proposal?.candidates[0];
  const { component } = row.term!;
  if (best === undefined || behind === undefined || behind < CLOSE || best.confidence < LIKELY) return undefined;
  if (isGeneric(component) || isGeneric(best.axes.component.value)) return undefined;
  if (stands(component, reading) || isMetabolite(reading)) return undefined;
  if (isSigle(reading) && row.proposal!.band !== "auto") return undefined;
  const other = judge(best.loinc);
  if (other === undefined || other.match.base === given!.match.base) return undefined;
  const named = Math.max(given!.match.label, given!.match.synonym);
  const wanted = Math.max(other.match.label, other.match.synonym);
  if (given!.match.exact > 0 || named >= UNNAMED || wanted < NAMED) return undefined;
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

/** In score: so far behind the best candidate, what the code says more than the row is no accident. */
const FAR = 3;
/** A component that row and lexicon explain entirely, but for rounding. */
const WHOLE = 0.97;
/** From this confidence on a proposal is rather right than wrong. */
const LIKELY = 0.5;

/** The row names a component entirely, and the code's is another that says more than the row does: *free*, *capsid*. */
function narrower(row: Case, { given, behind, judge, reading }: Judged, context: AuditContext): Remark | undefined {
  const best = row.proposal?.candidates[0];
  if (best === undefined || behind === undefined || behind < FAR || row.proposal!.band !== "auto") return undefined;
  const kind = statedKind(reading);
  if (kind !== undefined && isKind(row.term!.component, kind)) return undefined;
  const other = judge(best.loinc);
  if (other === undefined || other.match.base === given!.match.base || given!.match.unexplained === 0) return undefined;
  if (given!.match.exact > 0 || other.match.exact === 0 || other.match.covered < WHOLE) return undefined;
  if (Math.max(other.match.label, other.match.synonym) < WHOLE) return undefined;
  const { component } = row.term!;
  if (isGeneric(component) || isMetabolite(reading) || saysMore(component, best.axes.component.value, reading))
    return undefined;
  return say(context, {
    rule: "component",
    severity: "warning",
    axis: "component",
    words: labelOf(row, context),
    fr: `Le code mesure « ${component} », que la ligne ne nomme pas entièrement ; elle nomme « ${best.axes.component.value} ».`,
    en: `The code measures “${component}”, which the row does not name entirely; it names “${best.axes.component.value}”.`,
    replacement: replacementFor(row, context),
  });
}

function labelOf({ mapped }: Case, { language }: AuditContext): string {
  return language === "fr" ? `libellé « ${mapped.label} »` : `label “${mapped.label}”`;
}
