/** What LOINC itself says of the code: not there, deprecated, discouraged; and whether the French value set holds it. */
import { isLoincCode } from "../../loinc/code.ts";
import { knownReplacement, replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";
import { nearestCode } from "./check-digit.ts";

/** The code has a right check digit, but the reference does not hold it. */
export const unknownCodeRule: Rule = (row, context) => {
  const { loinc } = row.mapped;
  if (!isLoincCode(loinc) || row.term !== undefined) return undefined;
  const { title } = context.release.info;
  return say(context, {
    rule: "unknown-code",
    severity: context.wholeReference ? "error" : "notice",
    fr: context.wholeReference
      ? `${loinc} n'est pas dans ${title}.`
      : `${loinc} n'est pas dans ${title}, qui est un extrait : vérifiez avec la table LOINC complète.`,
    en: context.wholeReference
      ? `${loinc} is not in ${title}.`
      : `${loinc} is not in ${title}, which is an extract: check against the whole LOINC table.`,
    replacement: nearestCode(row, context) ?? replacementFor(row, context),
  });
};

export const deprecatedRule: Rule = (row, context) => {
  if (row.term?.status !== "DEPRECATED") return undefined;
  const { loinc } = row.mapped;
  const instead = (context.replacements.get(loinc) ?? []).map(({ code }) => code);
  const known = instead.map((code) => knownReplacement(context, code)).find((found) => found !== undefined);
  return say(context, {
    rule: "deprecated",
    severity: "error",
    fr: `${loinc} est périmé${instead.length > 0 ? ` ; LOINC le remplace par ${instead.join(" ou ")}` : ""}.`,
    en: `${loinc} is deprecated${instead.length > 0 ? `; LOINC replaces it by ${instead.join(" or ")}` : ""}.`,
    replacement: known ?? replacementFor(row, context),
  });
};

export const discouragedRule: Rule = (row, context) => {
  if (row.term?.status !== "DISCOURAGED") return undefined;
  const { loinc } = row.mapped;
  return say(context, {
    rule: "discouraged",
    severity: "notice",
    fr: `LOINC déconseille ${loinc}.`,
    en: `LOINC discourages ${loinc}.`,
    replacement: replacementFor(row, context),
  });
};

export const notInCircuitRule: Rule = ({ mapped }, context) => {
  if (context.circuit === undefined || !isLoincCode(mapped.loinc) || context.circuit.has(mapped.loinc))
    return undefined;
  return say(context, {
    rule: "not-in-circuit",
    severity: "notice",
    fr: `${mapped.loinc} n'est pas dans le jeu de valeurs « Circuit de la biologie » : le SGL le signalera, sans bloquer.`,
    en: `${mapped.loinc} is not in the value set “Circuit de la biologie”: the SGL will say so, without blocking.`,
  });
};
