/** Axes that the row states and its code contradicts: specimen, scale, time, kind of quantity, method. */
import { axisName } from "../axis-words.ts";
import type { AuditContext, Case } from "../case.ts";
import { type Contradiction, contradiction } from "../contradiction.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

export const specimenSystemRule: Rule = (row, context) => {
  const against = contradiction(row, context, "system");
  if (against === undefined || row.term === undefined) return undefined;
  const value = axisName("system", row.term.system, context.language);
  return say(context, {
    rule: "specimen-system",
    severity: against.source === "specimen" || against.source === "label" ? "error" : "warning",
    axis: "system",
    words: against.words,
    fr: `Le code est celui d'un autre milieu : ${value}.`,
    en: `The code is that of another specimen: ${value}.`,
    replacement: replacementFor(row, context, "system"),
  });
};

const QUANTITIES = new Set(["Qn", "OrdQn", "SemiQn", "-", "", "*"]);

export const scaleRule: Rule = (row, context) => {
  const stated = contradiction(row, context, "scale");
  const against = stated ?? unitOnScale(row, context);
  if (against === undefined || row.term === undefined) return undefined;
  const value = axisName("scale", row.term.scale, context.language);
  return say(context, {
    rule: "scale",
    severity: against.source === "scale" || against.source === "unit" ? "error" : "warning",
    axis: "scale",
    words: against.words,
    fr: `Le type de résultat du code est ${value}.`,
    en: `The code's kind of result is ${value}.`,
    replacement: replacementFor(row, context, "scale"),
  });
};

/** Units that only quantities have; an index or a titre also stands beside qualitative results. */
function unitOnScale({ judged, term }: Case, { language }: AuditContext): Contradiction | undefined {
  const unit = judged?.reading.unit;
  if (unit === undefined || term === undefined || QUANTITIES.has(term.scale) || !unit.dimension.includes("/"))
    return undefined;
  const text = judged!.reading.row.unit || unit.ucum;
  return { source: "unit", values: ["Qn"], words: language === "fr" ? `unité « ${text} »` : `unit “${text}”` };
}

export const timeRule: Rule = (row, context) => {
  const against = contradiction(row, context, "time");
  if (against === undefined || row.term === undefined) return undefined;
  const value = axisName("time", row.term.time, context.language);
  const stated = axisName("time", against.values[0]!, context.language);
  return say(context, {
    rule: "time",
    severity: against.source === "exam" ? "warning" : "error",
    axis: "time",
    words: against.words,
    fr: `La ligne dit ${stated}, le code dit ${value}.`,
    en: `The row says ${stated}, the code says ${value}.`,
    replacement: replacementFor(row, context, "time"),
  });
};

export const propertyRule: Rule = (row, context) => {
  const against = contradiction(row, context, "property", ["property"]);
  if (against === undefined || row.term === undefined) return undefined;
  const value = axisName("property", row.term.property, context.language);
  return say(context, {
    rule: "property",
    severity: "warning",
    axis: "property",
    words: against.words,
    fr: `La grandeur du code est ${value}.`,
    en: `The code's property is ${value}.`,
    replacement: replacementFor(row, context, "property"),
  });
};

export const methodRule: Rule = (row, context) => {
  const against = contradiction(row, context, "method", ["method", "label", "synonym"]);
  if (against === undefined || row.term === undefined) return undefined;
  return say(context, {
    rule: "method",
    severity: against.source === "method" ? "warning" : "notice",
    axis: "method",
    words: against.words,
    fr: `Le code est réservé à une autre technique : ${row.term.method}.`,
    en: `The code is for another method: ${row.term.method}.`,
    replacement: replacementFor(row, context, "method"),
  });
};
