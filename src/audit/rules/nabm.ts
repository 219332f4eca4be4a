import { isGeneric } from "../generic-component.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

/** The acts of the row measure other analytes than its code. The act is often that of the exam, or an old one: the label decides when it names the code. */
export const nabmRule: Rule = (row, context) => {
  const given = row.judged?.given;
  if (given === undefined || given.feature("nabm.differs") === 0 || isGeneric(row.term!.component)) return undefined;
  const best = row.proposal?.candidates[0];
  const other = best && row.judged!.judge(best.loinc);
  const agreed = other !== undefined && other.feature("nabm.agrees") > 0 && other.match.base !== given.match.base;
  if (!agreed) return undefined;
  const acts = row.judged!.reading.row.nabm.join(", ");
  return say(context, {
    rule: "nabm",
    severity: given.match.exact > 0 ? "notice" : "warning",
    axis: "component",
    words: `NABM ${acts}`,
    fr: `L'acte ${acts} de la nomenclature mesure autre chose que « ${row.term!.component} ».`,
    en: `Act ${acts} of the French nomenclature measures something else than “${row.term!.component}”.`,
    replacement: replacementFor(row, context),
  });
};
