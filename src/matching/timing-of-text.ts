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

/** Grams that are given: `HGPO 100 g`. */
const GRAMS = /(?<![\p{N},.])(\d{2,3})\s?(?:g|gr|grammes?)(?![\p{L}\p{N}/])/giu;
const NUMBER = /^\d+$/;

/** The words of times and challenges; a time that is written stands above the one that a challenge implies (`PP 1h`, where *PP* is after two hours), and so do grams (`HGPO 100 g`, where *HGPO* is 75 g). */
export function timingOf(reading: TextReading): ReadonlySet<string> {
  const words = new Set(timingWords(reading.text));
  const timed = [...words].some(isOffset);
  const grams = new Set(Array.from(reading.text.matchAll(GRAMS), ([, amount]) => amount!));
  for (const challenge of [...reading.challenges, ...challengesNamed(reading)]) {
    const implied = componentWords(challenge);
    const otherGrams = (word: string): boolean =>
      grams.size > 0 && implied.includes("g") && NUMBER.test(word) && !grams.has(word);
    for (const word of implied) if (!(timed && isOffset(word)) && !otherGrams(word)) words.add(word);
  }
  return words;
}
