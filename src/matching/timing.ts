/** Sampling times in labels: `T60`, `H2`, `30 min`, `T120MN`, `8h` → the words that LOINC writes after `^`. */

import { componentWords } from "../lexicon/normalise.ts";

const OFFSET = /(?:^|[^\p{L}\p{N}])(?:T|H|\+|à\s*)?\s?(\d{1,3})\s?(min|mn|minutes?|h|heures?)?(?![\p{L}\p{N}])/giu;

/** `T3` and `T4` alone are hormones, `T13`, `T18` and `T21` trisomies. */
const SINCE =
  /(?<![\p{L}\p{N}])T\s?(?!(?:[34]|13|18|21)(?!\s?(?:min|mn|h|\d)))(-?\d{1,3})(?:\s?(min|mn|h))?(?![\p{L}\p{N}])/giu;
/** `H1 N1` is an influenza virus. */
const HOURS = /(?<![\p{L}\p{N}])H\s?(\d{1,2})(?![\p{L}\p{N}]|\s?N\s?\d)/gu;

/** `1h30`: LOINC writes some such times in hours, others in minutes. */
const HOURS_AND_MINUTES = /(?<![\p{L}\p{N}])([0-6])\s?h\s?([0-5]\d)(?![\p{L}\p{N}])/giu;

/** True of the words that say how long after something a sample is taken: `30m`, `1.5h`. */
export function isOffset(word: string): boolean {
  return /^\d+(\.\d+)?[hm]$/.test(word);
}

/** Words such as `30m`, `2h`, `baseline`, `8`, `am` for each time that `text` states; empty when it states none. */
export function timingWords(text: string): string[] {
  if (!/\d/.test(text)) return [];
  const found = new Set<string>();
  for (const match of text.matchAll(SINCE)) {
    const minutes = Number(match[1]) * (match[2]?.toLowerCase() === "h" ? 60 : 1);
    for (const word of wordsOfMinutes(minutes)) found.add(word);
  }
  for (const match of text.matchAll(HOURS)) {
    for (const word of wordsOfMinutes(Number(match[1]) * 60)) found.add(word);
  }
  for (const match of text.matchAll(HOURS_AND_MINUTES)) {
    const minutes = Number(match[1]) * 60 + Number(match[2]);
    for (const word of [...wordsOfMinutes(minutes), ...componentWords(`${minutes / 60}H`)]) found.add(word);
  }
  for (const match of text.matchAll(OFFSET)) {
    const amount = Number(match[1]);
    const unit = match[2]?.toLowerCase() ?? "";
    if (unit === "") continue;
    if (unit.startsWith("m")) for (const word of wordsOfMinutes(amount)) found.add(word);
    else if (amount <= 6) for (const word of wordsOfMinutes(amount * 60)) found.add(word);
    else if (amount < 24) for (const word of clockWords(amount)) found.add(word);
  }
  return [...found];
}

function wordsOfMinutes(minutes: number): string[] {
  // before the next dose of a drug, before the stimulus of a test
  if (minutes <= 0) return ["baseline", "trough"];
  return minutes % 60 === 0 ? [`${minutes / 60}h`] : [`${minutes}m`];
}

function clockWords(hour: number): string[] {
  return hour < 12 ? [String(hour), "am", "specimen"] : [String(hour === 12 ? hour : hour - 12), "pm", "specimen"];
}
