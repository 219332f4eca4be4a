/** A number against a word. */
import { axisName } from "../axis-words.ts";
import type { AuditContext, Case } from "../case.ts";
import { contradiction, statementsOn } from "../contradiction.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

/** What is both or between agrees with either. */
const BETWEEN = new Set(["OrdQn", "SemiQn", "-", "*", ""]);

export const scaleRule: Rule = (row, context) => {
  const { term } = row;
  if (term === undefined || BETWEEN.has(term.scale)) return undefined;
  const value = axisName("scale", term.scale, context.language);
  const replacement = replacementFor(row, context, "scale");
  const unit = unitOnWord(row);
  const against = contradiction(row, context, "scale", ["scale"]) ?? contradiction(row, context, "scale");
  const stated = against === undefined || against.values.some((one) => BETWEEN.has(one)) ? undefined : against;
  if (unit !== undefined && stated?.source !== "scale")
    return say(context, {
      rule: "scale",
      severity: saysScreen(row, context) ? "notice" : "warning",
      axis: "scale",
      words: context.language === "fr" ? `unité « ${unit} »` : `unit “${unit}”`,
      fr: `La ligne a une unité, et le résultat du code est ${value} : dosage, ou recherche dont l'unité est celle du seuil ?`,
      en: `The row has a unit, and the code's result is ${value}: a measurement, or a screen whose unit is that of its cut-off?`,
      replacement,
    });
  if (stated === undefined) return undefined;
  return say(context, {
    rule: "scale",
    // a word of the label (recherche, aspect, conclusion) says little of how the result is given
    severity: stated.source === "scale" ? "error" : "notice",
    axis: "scale",
    words: stated.words,
    fr: `Le type de résultat du code est ${value}.`,
    en: `The code's kind of result is ${value}.`,
    replacement,
  });
};

const SCREEN = /\b(screen|scr\b|scrn|d[ée]pist|rech|qual(?:itati|\b)|seuil|cut-?off)/i;

/** Row, exam or code say that it is a screen: its unit is that of the cut-off. */
function saysScreen(row: Case, context: AuditContext): boolean {
  const { label, exams } = row.judged!.reading;
  const texts = [label, ...exams].map(({ text }) => text).join(" ");
  if (/^screen/i.test(row.term?.method ?? "") || SCREEN.test(texts)) return true;
  return statementsOn(row, context, "scale").some(({ source, fit }) => source === "scale" && fit > 0);
}

/** The unit beside a result that is a word. An index also stands beside qualitative results, a cut-off in the label is none of the result. */
function unitOnWord({ judged, term }: Case): string | undefined {
  const unit = judged?.reading.unit;
  if (unit === undefined || term?.scale === "Qn" || !isAmount(unit.dimension)) return undefined;
  const { row, label } = judged!.reading;
  const own = row.unit || row.unitCode;
  return own === "" && /seuil|cut-?off|[<>]/i.test(label.text) ? undefined : own || unit.ucum;
}

function isAmount(dimension: string): boolean {
  return dimension.includes("/") || dimension === "titre";
}
