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
  if (!/\d/.test(key)) return false;
  const senses = binding.lexicon.forms.get(key) ?? [];
  if (isSample(binding, words, from, key, senses)) return true;
  if (!words.slice(from, to).every((word) => CLOCK.test(word.word))) return false;
  // With its unit it is a clock whatever the lexicon says: `T60 MN` is no manganese.
  if (words.slice(from, to).some((word) => MINUTES.test(word.word))) return true;
  return senses.some((sense) => sense.kind === "challenge") && !senses.some((sense) => sense.kind === "analyte");
}

const HORMONE = /^t[34]$/;
/** What is measured after a stimulus: T3 and T4 behind it are samples, elsewhere hormones. */
const STIMULATED =
  /^(gly|glyc|glycemie|glu|gluc|glucose|insuline?|ins|cortisol|cort|gh|acth|lh|fsh|17ohp|prl|prolactine|lactate|peptide)$/;
const CODE = /^(t\d{1,3}|[dse]\d)$/;
const ALLERGY = /^(ige|rast|allerg\w*|pollens?|pneumallergene\w*|trophallergene\w*)$/;

/** True for the number of a sample that is also the code of an allergen: `GLUCOSE T5`, `CORTISOL D1`, but not `IgE T5` nor `Arachide F13`. */
function isSample(
  { lexicon }: Binding,
  words: readonly Token[],
  from: number,
  key: string,
  senses: readonly Sense[],
): boolean {
  const before = words[from - 1]?.word;
  if (before === undefined) return false;
  if (HORMONE.test(key) && STIMULATED.test(before)) return true;
  if (!CODE.test(key) || !senses.every(isAllergen) || words.some(({ word }) => ALLERGY.test(word))) return false;
  if (key.startsWith("t")) return true;
  const named = lexicon.forms.get(before) ?? [];
  return (
    senses.length > 0 && named.some(isSure) && !named.some((sense) => sense.kind === "analyte" && isAllergen(sense))
  );
}

function isAllergen(sense: Sense): boolean {
  return sense.kind !== "analyte" || /\bige\b/i.test(sense.component);
}

function isSure(sense: Sense): boolean {
  return sense.kind === "analyte" && sense.prior >= 0.7;
}
