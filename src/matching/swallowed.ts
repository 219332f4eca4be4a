/** Techniques that a form of several words holds, and that count as said for all that: `ANCA IFI`, `TDR PALU`. */
import type { AxisSense } from "../lexicon/senses.ts";
import { tokens } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";
import { isMeasuredBy } from "./overruled.ts";
import type { Segment } from "./read-text.ts";
import { remembering } from "./remembering.ts";

/** The techniques that words of `segment` mean and nothing else, where neither it nor all that it names implies one, and by which that is measured. */
export function swallowedTechniques(
  binding: Binding,
  { recognition, read, analytes, axes }: Segment,
): readonly AxisSense[] {
  const implied = axes.some(({ kind }) => kind === "method") || analytes.every(({ hints }) => hints?.method.length);
  if (recognition !== "form" || analytes.length === 0 || implied) return [];
  const bases = analytes.map(({ base }) => base);
  return techniquesOf(binding, read).filter(({ values }) =>
    isMeasuredBy(binding, binding.values("method", values), bases),
  );
}

const techniquesOf = remembering(({ lexicon }, text): readonly AxisSense[] => {
  const words = tokens(text);
  return words.length < 2
    ? []
    : words.flatMap(({ word }) => {
        const senses = lexicon.forms.get(word) ?? [];
        const techniques = senses.filter(
          (sense): sense is AxisSense => sense.kind === "method" && sense.values[0] !== "",
        );
        return senses.every(({ kind }) => kind === "method" || kind === "scale") ? techniques : [];
      });
});
