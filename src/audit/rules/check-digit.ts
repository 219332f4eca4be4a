import { isLoincCode } from "../../loinc/code.ts";
import { nearestCodes } from "../../loinc/nearest-codes.ts";
import type { AuditContext, Case } from "../case.ts";
import type { Replacement } from "../finding.ts";
import { knownReplacement, replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";

/** What is written is no LOINC code: its shape or its check digit is wrong. */
export const checkDigitRule: Rule = (row, context) => {
  const { loinc } = row.mapped;
  if (isLoincCode(loinc)) return undefined;
  const shaped = /^\d{1,7}-\d$/.test(loinc);
  const french = shaped
    ? `${loinc} n'est pas un code LOINC : sa clé de contrôle est fausse.`
    : `« ${loinc} » n'a pas la forme d'un code LOINC (des chiffres, un tiret, une clé).`;
  const english = shaped
    ? `${loinc} is no LOINC code: its check digit is wrong.`
    : `“${loinc}” has not the shape of a LOINC code (digits, a hyphen, a check digit).`;
  return {
    rule: "check-digit",
    severity: "error",
    axis: "",
    reason: context.language === "fr" ? french : english,
    words: "",
    ...withReplacement(nearestCode(row, context) ?? replacementFor(row, context)),
  };
};

/** Behind the row's best candidate by more than this, in score, a real code that is near in its digits was not meant. */
const FAR = 8;

/** Of the real codes near in their digits the one that fits the row best; `undefined` when none fits it. */
export function nearestCode(row: Case, context: AuditContext): Replacement | undefined {
  const near = nearestCodes(context.release, row.mapped.loinc);
  const { judged, proposal } = row;
  if (judged === undefined) return near[0] === undefined ? undefined : knownReplacement(context, near[0]);
  const scored = near.flatMap((loinc) => {
    const judgement = judged.judge(loinc);
    return judgement === undefined ? [] : [{ loinc, score: judgement.score }];
  });
  const [best] = scored.sort((a, b) => b.score - a.score);
  const top = proposal?.candidates[0] && judged.judge(proposal.candidates[0].loinc);
  if (best === undefined || (top !== undefined && top.score - best.score > FAR)) return undefined;
  return knownReplacement(context, best.loinc);
}

function withReplacement(replacement: Replacement | undefined): { readonly replacement?: Replacement } {
  return replacement === undefined ? {} : { replacement };
}
