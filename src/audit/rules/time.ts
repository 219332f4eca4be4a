/** Twenty-four hours against one point in time. */

import { findTerm } from "../../loinc/release.ts";
import { phrases } from "../../matching/phrases.ts";
import type { Source } from "../../matching/row.ts";
import { axisName } from "../axis-words.ts";
import type { AuditContext, Case } from "../case.ts";
import { type Contradiction, contradiction, statementsOn } from "../contradiction.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

const COLLECTION = /^\d+H$/;
/** Fields that say the time and nothing else by it. */
const SURE: ReadonlySet<Source> = new Set(["time", "unit"]);

/**
 * The row states a collection and the code is that of a point in time, or the other way round. The lexicon tolerates a point where a label says 24 hours,
 * for laboratories code so; here it is told, because LOINC has a code for it.
 */
export const timeRule: Rule = (row, context) => {
  const { term } = row;
  if (term === undefined || term.time === "") return undefined;
  const against = explicit(row, context) ?? contradiction(row, context, "time");
  if (against !== undefined && !isNoTime(against, term.time)) {
    const value = axisName("time", term.time, context.language);
    const stated = axisName("time", against.values[0]!, context.language);
    return say(context, {
      rule: "time",
      severity: SURE.has(against.source) ? "error" : "warning",
      axis: "time",
      words: against.words,
      fr: `La ligne dit ${stated}, le code dit ${value}.`,
      en: `The row says ${stated}, the code says ${value}.`,
      replacement: replacementFor(row, context, "time"),
    });
  }
  return unsaid(row, context);
};

/** An hour in a label is rather a sampling time (*VS 1re heure*); an amount by day is also told of collections of two or three days. */
function isNoTime({ values, source }: Contradiction, time: string): boolean {
  return (source === "label" && values[0] === "1H") || (source === "unit" && COLLECTION.test(time));
}

/** A statement whose first meaning is a collection, on a code of a point in time. */
function explicit(row: Case, context: AuditContext): Contradiction | undefined {
  if (row.term?.time !== "Pt") return undefined;
  const statements = statementsOn(row, context, "time").filter(
    ({ source, values }) => source !== "hint" && COLLECTION.test(values[0] ?? ""),
  );
  const statement = statements.find(({ source }) => SURE.has(source)) ?? statements[0];
  if (statement === undefined) return undefined;
  return { ...statement, words: phrases(context.language).quote(statement.source, statement.text) };
}

/** Clearances and outputs need a collection, said or not. */
const BY_NATURE = new Set(["VRat", "MRat", "SRat", "CRat", "ARat", "NRat", "Vol"]);

/** The code is that of a collection of which the row says nothing anywhere. */
function unsaid(row: Case, context: AuditContext) {
  const { judged, term } = row;
  if (judged?.given === undefined || !COLLECTION.test(term!.time)) return undefined;
  const { row: said, evidence, exams } = judged.reading;
  const hours = term!.time.slice(0, -1);
  // the other analyses of the exam may say how its sample is collected
  const texts = [
    said.label,
    said.synonym,
    said.unit,
    said.unitCode,
    said.specimen,
    said.time,
    ...exams.map(({ text }) => text),
  ];
  if (evidence.some(({ axis, source }) => axis === "time" && source !== "chapter")) return undefined;
  if (judged.facts.hints.some(({ axis }) => axis === "time") || BY_NATURE.has(term!.property)) return undefined;
  if (texts.some((text) => text.includes(hours) || /jour|day|diur[eè]se/i.test(text))) return undefined;
  const replacement = replacementFor(row, context, "time");
  // some things are only ever measured in a collection
  const sister = replacement && findTerm(context.release, replacement.loinc);
  if (sister?.time !== "Pt" || sister.component !== term!.component) return undefined;
  const value = axisName("time", term!.time, context.language);
  return say(context, {
    rule: "time",
    severity: "warning",
    axis: "time",
    fr: `Le code est celui d'un recueil (${value}) ; rien dans la ligne ne le dit.`,
    en: `The code is that of a collection (${value}); nothing in the row says so.`,
    replacement,
  });
}
