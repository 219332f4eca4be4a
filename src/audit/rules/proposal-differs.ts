import { AXES } from "../../loinc/term.ts";
import { replacementOf } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

/** In score: the given code is so near the best candidate that nothing in the row tells them apart. */
const CLOSE = 1;

/**
 * The engine would give another code. It counts as much as it is sure: a proposal that may be signed as a lot, and that the row supports on an axis where
 * the codes differ, is worth a look; anything else is good to know.
 */
export const proposalDiffersRule: Rule = (row, context) => {
  const { judged, proposal, mapped } = row;
  const best = proposal?.candidates[0];
  if (proposal === undefined || best === undefined || proposal.band === "none" || best.loinc === mapped.loinc)
    return undefined;
  if (mapped.level === "analysis" && (judged?.given === undefined || judged.behind === undefined)) return undefined;
  const axes = judged?.given?.axes;
  const differing = axes === undefined ? [] : AXES.filter((axis) => best.axes[axis].value !== axes[axis].value);
  const supported = differing.filter(
    (axis) =>
      axis !== "method" &&
      axis !== "scale" &&
      best.axes[axis].verdict === "supports" &&
      axes![axis].verdict !== "supports",
  );
  const sure = proposal.band === "auto" && supported.length > 0 && (judged?.behind ?? 0) > CLOSE;
  const percent = Math.round(100 * best.confidence);
  const axis = supported[0] ?? differing[0];
  return say(context, {
    rule: "proposal-differs",
    severity: sure ? "warning" : "notice",
    ...(axis === undefined ? {} : { axis }),
    words: axis === undefined ? "" : best.axes[axis].evidence,
    fr: `Notre proposition est ${best.loinc}, sûre à ${percent} %.`,
    en: `Our proposal is ${best.loinc}, ${percent} % sure.`,
    replacement: replacementOf(best),
  });
};
