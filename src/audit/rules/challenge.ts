/** Samples taken at a time, or after something was given. */
import { componentWords } from "../../lexicon/normalise.ts";
import { phrases } from "../../matching/phrases.ts";
import type { RowReading } from "../../matching/read-row.ts";
import type { AuditContext, Case } from "../case.ts";
import type { Remark } from "../finding.ts";
import { replacementFor } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

/** Before the next dose, before the test: one moment. */
const BEFORE = ["baseline", "pre", "trough", "cfst"];

export const challengeRule: Rule = (row, context) => otherTime(row, context) ?? unsaid(row, context);

/** Row and code are timed samples of different times (`T60` against 2 hours after). */
function otherTime(row: Case, context: AuditContext): Remark | undefined {
  const { judged, term } = row;
  if (judged?.given === undefined || judged.given.feature("challenge.time.differs") === 0) return undefined;
  const challenge = challengeOf(term!.component);
  if (bothBefore(challenge, judged.reading)) return undefined;
  return remark(row, context, {
    fr: `Le code est celui d'un autre temps de prélèvement : « ${challenge} ».`,
    en: `The code is that of another sampling time: “${challenge}”.`,
  });
}

/** The code is that of a timed or stimulated sample, of which neither row nor exam say a word, nor the number of its hours. */
function unsaid(row: Case, context: AuditContext): Remark | undefined {
  const { judged, term } = row;
  if (judged?.given === undefined || judged.given.feature("challenge.unsupported") === 0) return undefined;
  if (judged.behind === undefined || judged.behind < CLOSE) return undefined;
  const challenge = challengeOf(term!.component);
  if (challenge === "" || bothBefore(challenge, judged.reading) || hinted(challenge, judged.reading)) return undefined;
  return remark(row, context, {
    fr: `Le code est celui d'un prélèvement particulier (« ${challenge} ») ; rien dans la ligne ne le dit.`,
    en: `The code is that of a special sample (“${challenge}”); nothing in the row says so.`,
  });
}

function bothBefore(challenge: string, { timing }: RowReading): boolean {
  const words = componentWords(challenge);
  return BEFORE.some((word) => words.includes(word)) && BEFORE.some((word) => timing.has(word));
}

/** Words by which rows say that they are samples of a test, without saying which: `LH#2`, *stimulé*, *épreuve*, *test*. */
const NUMBERED = /#\s*\d|n°\s*\d|stimul|\btests?\b|[eé]preuve|charge|dynami|freinage|\bcycle/i;

/** A word of the challenge, its beginning, or the number of its hours stands in label or exam (`LH#2`, `Cortisol AM`, `Base`). */
function hinted(challenge: string, { label, exams }: RowReading): boolean {
  if ([label, ...exams].some(({ text }) => NUMBERED.test(text))) return true;
  const said = [label, ...exams].flatMap(({ text }) => componentWords(text));
  return componentWords(challenge.replace(/(\d)(\p{L})/gu, "$1 $2")).some((word) =>
    said.some((other) => other === word || (other.length >= 3 && word.startsWith(other))),
  );
}

function remark(row: Case, context: AuditContext, said: { readonly fr: string; readonly en: string }): Remark {
  return say(context, {
    rule: "challenge",
    severity: "warning",
    axis: "component",
    words: phrases(context.language).quote("label", row.mapped.label),
    ...said,
    replacement: replacementFor(row, context),
  });
}

/** In score: a code so near the best candidate is as good. */
const CLOSE = 1;

/** What stands after the first `^`; an adjustment stands after the second, and is no sample. */
function challengeOf(component: string): string {
  return component.split("^")[1] ?? "";
}
