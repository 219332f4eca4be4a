/** Codes of the wrong kind: sections and panels where a result is wanted, a result where a panel is. */
import { isSection } from "../../loinc/kinds.ts";
import type { Case } from "../case.ts";
import { isGeneric } from "../generic-component.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

export const sectionOnAnalysisRule: Rule = (row, context) => {
  const { mapped, term } = row;
  if (term === undefined || (mapped.level !== "analysis" && mapped.level !== "exam") || !isSection(term))
    return undefined;
  // an antibiogram is ordered under its section
  if (mapped.level === "exam") return undefined;
  return say(context, {
    rule: "section-on-analysis",
    severity: "error",
    fr: `${mapped.loinc} est un code de chapitre, pas d'analyse.`,
    en: `${mapped.loinc} is the code of a chapter, not of an analysis.`,
    replacement: replacementFor(row, context),
  });
};

export const panelOnAnalysisRule: Rule = (row, context) => {
  const { mapped, term } = row;
  if (mapped.level !== "analysis" || term === undefined || isSection(term)) return undefined;
  if (!bearsNoResult(term)) return undefined;
  return say(context, {
    rule: "panel-on-analysis",
    severity: "error",
    fr: `${mapped.loinc} est un code d'examen (panel) : il ne porte pas de résultat.`,
    en: `${mapped.loinc} is the code of an orderable (panel): it bears no result.`,
    replacement: replacementFor(row, context),
  });
};

function bearsNoResult({ use, class: cls, component }: NonNullable<Case["term"]>): boolean {
  return use === "Order" || cls.startsWith("PANEL.") || /\bpanel\b/i.test(component);
}

/**
 * An exam with several different analyses that bears the code of one of them. An exam named after one analysis may have its code, with whatever goes with it
 * (a glycaemia in two units, the culture of an ECBU).
 */
export const resultOnExamRule: Rule = (row, context) => {
  const { mapped, term, members, named } = row;
  if (mapped.level !== "exam" || term === undefined || members < 2 || named) return undefined;
  if (bearsNoResult(term) || isSection(term) || isGeneric(term.component)) return undefined;
  if (row.proposal?.candidates[0]?.loinc === mapped.loinc) return undefined;
  return say(context, {
    rule: "result-on-exam",
    severity: term.use === "Observation" ? "error" : "warning",
    fr: `${mapped.loinc} est le code d'une seule analyse que l'examen ne nomme pas, et l'examen en contient ${members}.`,
    en: `${mapped.loinc} is the code of one analysis that the exam does not name, and the exam holds ${members}.`,
    replacement: replacementFor(row, context),
  });
};
