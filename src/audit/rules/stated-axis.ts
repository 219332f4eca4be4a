/** Axes that the row states and its code contradicts: specimen, scale, time, kind of quantity, method. */
import type { Source } from "../../matching/row.ts";
import { axisName } from "../axis-words.ts";
import { contradiction } from "../contradiction.ts";
import type { AuditSeverity } from "../finding.ts";
import { methodFamily } from "../method-families.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

export const specimenSystemRule: Rule = (row, context) => {
  const against = contradiction(row, context, "system");
  if (against === undefined || row.term === undefined || !isSpecimen(row.term.system)) return undefined;
  const value = axisName("system", row.term.system, context.language);
  return say(context, {
    rule: "specimen-system",
    severity: SEVERITY[against.source] ?? "warning",
    axis: "system",
    words: against.words,
    fr: `Le code est celui d'un autre milieu : ${value}.`,
    en: `The code is that of another specimen: ${value}.`,
    replacement: replacementFor(row, context, "system"),
  });
};

/** What a word usually goes with (*cholinestérase*: serum) is no statement. */
const SEVERITY: { readonly [source in Source]?: AuditSeverity } = { specimen: "error", label: "error", hint: "notice" };

/** `^Fetus`, `^Patient`: whom a calculation is about. */
function isSpecimen(system: string): boolean {
  return !system.startsWith("^") && system !== "XXX";
}

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
  const { term } = row;
  const family = methodFamily(term?.method ?? "");
  if (family === "" || term === undefined) return undefined;
  const against = contradiction(row, context, "method", ["method", "label", "synonym"]);
  const families = new Set((against?.values ?? []).map(methodFamily).filter((known) => known !== ""));
  if (against === undefined || families.size === 0 || families.has(family)) return undefined;
  return say(context, {
    rule: "method",
    severity: "warning",
    axis: "method",
    words: against.words,
    fr: `Le code est réservé à une autre technique : ${term.method}.`,
    en: `The code is for another method: ${term.method}.`,
    replacement: replacementFor(row, context, "method"),
  });
};
