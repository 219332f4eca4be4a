/** Says, axis by axis and in words of the row, why a candidate fits; and asks for the one fact that would decide. */

import { valueAt } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import type { Candidates, Engine } from "./candidates.ts";
import { holds } from "./lists.ts";
import { type Language, phrases } from "./phrases.ts";
import type { AxisReason } from "./proposal.ts";
import type { TextReading } from "./read-text.ts";
import type { ReferenceIndex } from "./reference-index.ts";
import type { Source } from "./row.ts";
import { FIELDS } from "./row.ts";
import { bearsOn } from "./row-hints.ts";
import { reasonsBy, sharedReason } from "./shared.ts";
import { losesSpecies } from "./species.ts";

/** Sources that speak of what stands around the row, and those among them that are mere custom. */
const AROUND: ReadonlySet<Source> = new Set(["exam", "siblings", "habit", "chapter"]);
const GUESSED: ReadonlySet<Source> = new Set(["siblings", "habit"]);

/** What of candidates is needed to give reasons for them. */
export type Explained = Pick<Candidates, "reading" | "facts" | "terms"> & {
  readonly matches: readonly { readonly base: number }[];
};

type Reasons = { readonly [axis in Axis]: AxisReason };

/** The reasons for each of the candidates `kept` of `pool`. Candidates with the same value on an axis share one reason. */
export function explain(engine: Engine, pool: Explained, kept: readonly number[], language: Language): Reasons[] {
  const { coded } = engine.index.release;
  // What the lexicon says of one component only is no reason for another.
  const hinted = new Map(pool.facts.hints.map(({ base }) => [base, new Map<number, AxisReason>()]));
  const common = new Map<number, AxisReason>();
  return kept.map((i) => {
    // By value and axis.
    const known = hinted.get(pool.matches[i]!.base) ?? common;
    return reasonsBy((axis) => {
      const key = coded[axis].ids[pool.terms[i]!]! * AXES.length + AXES.indexOf(axis);
      let reason = known.get(key);
      if (reason === undefined) {
        reason = reasonFor(engine, pool, i, axis, language);
        known.set(key, reason);
      }
      return reason;
    });
  });
}

function reasonFor(engine: Engine, pool: Explained, i: number, axis: Axis, language: Language): AxisReason {
  const { release } = engine.index;
  const term = pool.terms[i]!;
  const value = valueAt(release, axis, term);
  const say = phrases(language);
  if (axis === "component") return componentReason(engine, pool, i, value, language);

  const number = release.coded[axis].ids[term]!;
  const quotes: { source: Source; text: string; fit: number }[] = [];
  for (const evidence of pool.reading.evidence) {
    if (evidence.axis === axis)
      quotes.push({ source: evidence.source, text: evidence.text, fit: evidence.fit[number]! });
  }
  for (const hint of pool.facts.hints) {
    if (hint.axis === axis && bearsOn(hint, pool.matches[i]!.base))
      quotes.push({ source: "label", text: hint.text, fit: hint.fit[number]! });
  }
  // A stated field outweighs the label, and the label what stands around it.
  const own = quotes.filter((quote) => !AROUND.has(quote.source));
  const fields = quotes.filter((quote) => FIELDS.has(quote.source));
  const heard = fields.length > 0 ? fields : own.length > 0 ? own : quotes;
  const against = heard.find((quote) => quote.fit < 0);
  const towards = heard.filter((quote) => quote.fit > 0).sort((a, b) => b.fit - a.fit)[0];
  if (towards) {
    const verdict = GUESSED.has(towards.source) ? "assumed" : "supports";
    return sharedReason(value, verdict, say.quote(towards.source, towards.text));
  }
  if (against) return sharedReason(value, "contradicts", say.quote(against.source, against.text));
  return sharedReason(value, "assumed", value === "" ? say.anyMethod : say.usual);
}

function componentReason(engine: Engine, pool: Explained, i: number, value: string, language: Language): AxisReason {
  const say = phrases(language);
  const { base } = pool.matches[i]!;
  const { label, synonym, exams } = pool.reading;
  const quoted = (source: Source, { text, read }: Said): string =>
    text === read ? say.quote(source, text) : say.quoteRead(source, text, read);
  const inLabel = wordsOf(engine.index, base, label);
  if (inLabel !== undefined && losesSpecies(value, pool.facts.organisms))
    return sharedReason(value, "assumed", say.wider(inLabel.text));
  if (inLabel !== undefined) return sharedReason(value, "supports", quoted("label", inLabel));
  const inSynonym = synonym === undefined ? undefined : wordsOf(engine.index, base, synonym);
  if (inSynonym !== undefined) return sharedReason(value, "supports", quoted("synonym", inSynonym));
  for (const exam of exams) {
    const inExam = wordsOf(engine.index, base, exam);
    if (inExam !== undefined) return sharedReason(value, "assumed", quoted("exam", inExam));
  }
  return sharedReason(value, "assumed", say.nothingSaid);
}

/** Words as they are written and as they were read: the same unless they are misspelt. */
type Said = { readonly text: string; readonly read: string };

/** What of a text may mean a word of the component of `base`; undefined when nothing does. */
function wordsOf(
  { analyteWords, divisorWords }: ReferenceIndex,
  base: number,
  { segments }: TextReading,
): Said | undefined {
  const said = segments.filter(({ analytes }) =>
    analytes.some(({ words }) =>
      words.some((word) => holds(analyteWords, base, word) || holds(divisorWords, base, word)),
    ),
  );
  if (said.length === 0) return undefined;
  const text = said.map((segment) => segment.text).join(" ");
  return { text, read: said.map(({ correction, read, text }) => (correction === "none" ? text : read)).join(" ") };
}
