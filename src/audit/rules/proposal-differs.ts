import { AXES } from "../../loinc/term.ts";
import { replacementOf } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

/** In score: the given code is so near the best candidate that nothing in the row tells them apart. */
const CLOSE = 1;
/** Below this confidence a proposal is no reason to look. */
const LIKELY = 0.5;

/**
 * The engine would give another code, and is rather sure. It says so and no more: where a statement of the row speaks against the code, the rule of that
 * axis tells it; where none does, the two codes are two ways of coding one row.
 */
export const proposalDiffersRule: Rule = (row, context) => {
  const { judged, proposal, mapped, term } = row;
  const best = proposal?.candidates[0];
  if (proposal === undefined || best === undefined || term === undefined) return undefined;
  if (proposal.band === "none" || best.loinc === mapped.loinc || best.confidence < LIKELY) return undefined;
  if (mapped.level === "analysis" && (judged?.behind ?? 0) < CLOSE) return undefined;
  const percent = Math.round(100 * best.confidence);
  const axis = AXES.find((name) => best.axes[name].value !== term[name]);
  return say(context, {
    rule: "proposal-differs",
    severity: "notice",
    ...(axis === undefined ? {} : { axis }),
    words: axis === undefined ? "" : best.axes[axis].evidence,
    fr: `Notre proposition est ${best.loinc}, sûre à ${percent} %.`,
    en: `Our proposal is ${best.loinc}, ${percent} % sure.`,
    replacement: replacementOf(best),
  });
};
