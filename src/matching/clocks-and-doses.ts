/** Numbers of a label that tell a sample's time or what was given, and the letters that belong to them: `T60 MN`, `75 G`, `DXM 1 mg`. */
import type { Sense } from "../lexicon/senses.ts";
import type { Token } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";

const MINUTES = /^(mn|min|minute|heure)$/;
const CLOCK = /^(\d+|t|h|mn|min|minute|heure|g|post|apre|temp)$/;

/** Few grams are rather an isotype or a side: `B2GP1 G`. */
const DOSE = /^(\d+(mg|ug|ml|ui|kg)|\d\d+gr?)$/;

/** True for what is given or loaded (`75 G`, `DXM 1 mg`): no IgG and no magnesium there. */
export function isDose(words: readonly Token[], from: number, to: number): boolean {
  return to - from === 2 && DOSE.test(words[from]!.word + words[from + 1]!.word);
}

/** True for the clock of a timed sample (`T60 MN`, `1 H`): T is not testosterone there. */
export function isClock(binding: Binding, words: readonly Token[], from: number, to: number, key: string): boolean {
  if (!/\d/.test(key) || !words.slice(from, to).every((word) => CLOCK.test(word.word))) return false;
  // With its unit it is a clock whatever the lexicon says: `T60 MN` is no manganese.
  if (words.slice(from, to).some((word) => MINUTES.test(word.word))) return true;
  const senses = binding.lexicon.forms.get(key) ?? [];
  // `GLUCOSE T5` is a sample, though t5 codes an allergen; `IgE T5` is not.
  if (from > 0 && SAMPLE.test(key) && senses.every(isAllergen)) return !words.some(({ word }) => ALLERGY.test(word));
  return senses.some((sense) => sense.kind === "challenge") && !senses.some((sense) => sense.kind === "analyte");
}

const SAMPLE = /^t\d{1,3}$/;
const ALLERGY = /^(ige|rast|allerg\w*|pollens?|pneumallergene\w*|trophallergene\w*)$/;

function isAllergen(sense: Sense): boolean {
  return sense.kind !== "analyte" || /\bige\b/i.test(sense.component);
}
