import { phrases } from "../../matching/phrases.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

/** Row and code are timed samples of different times (`T60` against 2 hours after). */
export const challengeRule: Rule = (row, context) => {
  const { judged, term, mapped } = row;
  if (judged?.given === undefined || term === undefined) return undefined;
  if (judged.given.feature("challenge.time.differs") === 0) return undefined;
  const challenge = term.component.split("^").slice(1).join("^");
  return say(context, {
    rule: "challenge",
    severity: "warning",
    axis: "component",
    words: phrases(context.language).quote("label", mapped.label),
    fr: `Le code est celui d'un autre temps de prélèvement : « ${challenge} ».`,
    en: `The code is that of another sampling time: “${challenge}”.`,
    replacement: replacementFor(row, context),
  });
};
