/** The one fact that would decide between the best candidate and its strongest rival. */
import { type Release, valueAt } from "../loinc/release.ts";
import type { Axis } from "../loinc/term.ts";
import { EXACT, LOOSE } from "./binding.ts";
import type { Candidates, Engine } from "./candidates.ts";
import { axisWord, type Language, phrases } from "./phrases.ts";
import { OWN_WORDS } from "./row.ts";

/** A rival with a smaller share than this leaves no question open. */
const RIVAL = 0.02;

/** In the order in which a person would ask: what, where, which kind of result, in which unit, when, how. */
const ORDER: readonly Axis[] = ["component", "system", "scale", "property", "time", "method"];

/** The question, or nothing when no rival is near or when the row has answered already. `kept` are candidates best first, `shares` their confidences. */
export function decidingQuestion(
  engine: Engine,
  pool: Candidates,
  kept: readonly number[],
  shares: readonly number[],
  language: Language,
): string {
  const [first, ...others] = kept;
  const rival = others.find((_, k) => shares[k + 1]! > RIVAL);
  if (first === undefined || rival === undefined) return "";
  const { release } = engine.index;
  const value = (axis: Axis, i: number): string => valueAt(release, axis, pool.terms[i]!);
  const differing = ORDER.filter((name) => value(name, first) !== value(name, rival));
  const isOpen = (axis: Axis): boolean => {
    if (isTold(axis, pool, first, rival, release)) return false;
    // what the scale makes of the property is not asked apart: *PrThr ou Titr* is *qualitatif ou quantitatif*
    if (axis === "property" && differing.includes("scale")) return false;
    const [one, other] = [first, rival].map((i) => axisWord(axis, value(axis, i), language)) as [string, string];
    // *sérum* or *sérum ou plasma* is no question to a laboratory
    return axis !== "system" || !(one.includes(other) || other.includes(one));
  };
  const axis = differing[0] === "component" ? "component" : differing.find(isOpen);
  if (axis === undefined) return "";
  const unit = (i: number): string => valueAt(release, "units", pool.terms[i]!).split(";")[0]!.trim();
  const units = axis === "property" && unit(first) !== "" && unit(rival) !== "" && unit(first) !== unit(rival);
  const word = (i: number): string => (units ? unit(i) : axisWord(axis, value(axis, i), language));
  return phrases(language).ask(axis, word(first), word(rival));
}

/** True when the row itself states the value that the first candidate has, and only tolerates the rival's. */
function isTold(axis: Axis, { reading, terms }: Candidates, first: number, rival: number, release: Release): boolean {
  const { ids } = release.coded[axis];
  const [stated, tolerated] = [ids[terms[first]!]!, ids[terms[rival]!]!];
  return reading.evidence.some(
    (evidence) =>
      evidence.axis === axis &&
      OWN_WORDS.has(evidence.source) &&
      evidence.fit[stated]! > EXACT &&
      evidence.fit[tolerated]! < LOOSE,
  );
}
