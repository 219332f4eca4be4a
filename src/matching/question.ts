/** The one fact that would decide between the best candidate and its strongest rival. */
import { valueAt } from "../loinc/release.ts";
import type { Axis } from "../loinc/term.ts";
import type { Candidates, Engine } from "./candidates.ts";
import { axisWord, type Language, phrases } from "./phrases.ts";

/** A rival with a smaller share than this leaves no question open. */
const RIVAL = 0.02;

/** In the order in which a person would ask: what, where, which kind of result, in which unit, when, how. */
const ORDER: readonly Axis[] = ["component", "system", "scale", "property", "time", "method"];

/** The question, or nothing when no rival is near. `kept` are candidates best first, `shares` their confidences. */
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
  const axis = ORDER.find((name) => value(name, first) !== value(name, rival));
  if (axis === undefined) return "";
  const unit = (i: number): string => valueAt(release, "units", pool.terms[i]!).split(";")[0]!.trim();
  const units = axis === "property" && unit(first) !== "" && unit(rival) !== "" && unit(first) !== unit(rival);
  const word = (i: number): string => (units ? unit(i) : axisWord(axis, value(axis, i), language));
  return phrases(language).ask(axis, word(first), word(rival));
}
