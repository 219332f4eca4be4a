/** The words of times and challenges that a text says. */
import { componentWords } from "../lexicon/normalise.ts";
import { componentParts } from "../loinc/component.ts";
import type { TextReading } from "./read-text.ts";
import { isOffset, timingWords } from "./timing.ts";

/** The challenges of forms that name a sample of a test: `CICLO C2` is ciclosporin two hours after the dose. */
function challengesNamed({ segments }: TextReading): string[] {
  return segments.flatMap(({ recognition, analytes }) => {
    const challenges = new Set(analytes.map(({ component }) => componentParts(component).challenge));
    return recognition === "form" && challenges.size === 1 ? [...challenges] : [];
  });
}

/** The words of times and challenges; a time that is written stands above the one that a challenge implies (`PP 1h`, where *PP* is after two hours). */
export function timingOf(reading: TextReading): ReadonlySet<string> {
  const words = new Set(timingWords(reading.text));
  const timed = [...words].some(isOffset);
  for (const challenge of [...reading.challenges, ...challengesNamed(reading)])
    for (const word of componentWords(challenge)) if (!timed || !isOffset(word)) words.add(word);
  return words;
}
