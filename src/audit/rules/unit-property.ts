/** The unit decides the property: a code of another property cannot be right. A percent against an absolute count has a name of its own. */
import { componentParts } from "../../loinc/component.ts";
import { findTerm } from "../../loinc/release.ts";
import { axisName } from "../axis-words.ts";
import type { AuditContext, Case } from "../case.ts";
import { contradiction } from "../contradiction.ts";
import type { Replacement } from "../finding.ts";
import { replacementFor, replacementOf } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

/** Properties of a part of a whole. */
const FRACTIONS = new Set(["NFr", "MFr", "SFr", "VFr", "CFr", "AFr", "LsFr", "NFr.DF", "MFr.DF", "VFr.DF"]);

export const unitPropertyRule: Rule = (row, context) => {
  const against = contradiction(row, context, "property", ["unit"]);
  if (against === undefined || row.term === undefined || isPercentMatter(row) || isWord(row.term.scale))
    return undefined;
  const value = axisName("property", row.term.property, context.language);
  const wanted = axisName("property", against.values[0]!, context.language);
  return say(context, {
    rule: "unit-property",
    severity: "error",
    axis: "property",
    words: against.words,
    fr: `L'unité dit ${wanted}, le code dit ${value}.`,
    en: `The unit says ${wanted}, the code says ${value}.`,
    replacement: replacementFor(row, context, "property"),
  });
};

export const percentAbsoluteRule: Rule = (row, context) => {
  if (row.term === undefined || !isPercentMatter(row)) return undefined;
  const against = contradiction(row, context, "property", ["unit"]);
  if (against === undefined) return undefined;
  const fraction = FRACTIONS.has(row.term.property);
  const sister = sisterOf(row, context, fraction);
  return say(context, {
    rule: "percent-absolute",
    // of what LOINC has no percentage, a percent is another way to write a concentration (alcohols)
    severity: sister !== undefined || fraction ? "error" : "notice",
    axis: "property",
    words: against.words,
    fr: fraction
      ? "La ligne est une valeur absolue, le code est celui du pourcentage."
      : "La ligne est un pourcentage, le code est celui de la valeur absolue.",
    en: fraction
      ? "The row is an absolute value, the code is that of the percentage."
      : "The row is a percentage, the code is that of the absolute value.",
    replacement: sister ?? replacementFor(row, context, "property"),
  });
};

/** The code's result is a word: that it has a unit is a matter of the scale. */
function isWord(scale: string): boolean {
  return scale === "Ord" || scale === "Nom" || scale === "Nar";
}

/** The best candidate for the same analyte that is a fraction where the code is none, or the other way round. */
function sisterOf({ proposal, term }: Case, { release }: AuditContext, fraction: boolean): Replacement | undefined {
  const { analyte } = componentParts(term!.component);
  const sister = proposal?.candidates.find(({ loinc }) => {
    const other = findTerm(release, loinc)!;
    return componentParts(other.component).analyte === analyte && FRACTIONS.has(other.property) !== fraction;
  });
  return sister && replacementOf(sister);
}

/** One of row and code is a part of a whole in percent, the other is not. */
function isPercentMatter({ judged, term }: Case): boolean {
  const unit = judged?.reading.unit;
  if (unit === undefined || term === undefined) return false;
  const percent = unit.dimension === "percent" || unit.dimension === "permille";
  return (
    percent !== FRACTIONS.has(term.property) && (percent ? isAbsolute(term.property) : unit.dimension.includes("/"))
  );
}

function isAbsolute(property: string): boolean {
  return /^(NCnc|MCnc|SCnc|CCnc|ACnc|Naric|Num|NRat|MRat|SRat|VCnc)$/.test(property);
}
