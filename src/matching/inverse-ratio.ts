/** Ratios are told from their inverses: `Rapport lambda/kappa` is not kappa over lambda, though the same words say both. */
import { componentWords } from "../lexicon/normalise.ts";
import { componentParts } from "../loinc/component.ts";
import { type Binding, SURELY } from "./binding.ts";
import type { Lists } from "./lists.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { isStroke } from "./stroke.ts";

/** What stands above and below a stroke. */
type Ratio = { readonly above: readonly string[]; readonly below: readonly string[] };

/** A function that is true of a base that is the inverse of a ratio that `label` states. */
export function inversesOf({ index }: Binding, label: TextReading): (base: number) => boolean {
  const ratios = ratiosIn(label);
  if (ratios.length === 0) return () => false;
  return (base) => {
    const { starts } = index.divisorWords;
    if (starts[base] === starts[base + 1]) return false;
    const below = wordsAt(index.divisorWords, base, index.wordTexts);
    const above = wordsAt(index.analyteWords, base, index.wordTexts);
    const states = (a: readonly string[], b: readonly string[]): boolean =>
      a.every((word) => above.has(word)) && b.every((word) => below.has(word));
    return (
      ratios.some((ratio) => states(ratio.below, ratio.above)) &&
      !ratios.some((ratio) => states(ratio.above, ratio.below))
    );
  };
}

function ratiosIn({ text, segments }: TextReading): Ratio[] {
  const ratios: Ratio[] = [];
  for (const segment of segments) {
    for (const component of surely(segment)) {
      const { analyte, divisor } = componentParts(component);
      if (divisor !== "") ratios.push({ above: componentWords(analyte), below: componentWords(divisor) });
    }
  }
  return ratios.concat(quotientsIn({ text, segments }));
}

/** The ratios that strokes state between two things that are surely measured: `Cholestérol/HDL`. */
export function quotientsIn({ text, segments }: Pick<TextReading, "text" | "segments">): Ratio[] {
  const ratios: Ratio[] = [];
  for (let i = 1; i < segments.length; i++) {
    const [before, after] = [segments[i - 1]!, segments[i]!];
    if (!isStroke(text.slice(before.end, after.start))) continue;
    for (const above of surely(before))
      for (const below of surely(after)) ratios.push({ above: componentWords(above), below: componentWords(below) });
  }
  return ratios;
}

/** The components that `segment` surely names. */
function surely({ recognition, analytes }: Segment): string[] {
  const named: string[] = [];
  if (recognition === "form")
    for (const { modifier, prior, component } of analytes) if (!modifier && prior >= SURELY) named.push(component);
  return named;
}

function wordsAt({ starts, items }: Lists, base: number, texts: readonly string[]): Set<string> {
  return new Set(Array.from(items.subarray(starts[base]!, starts[base + 1]!), (word) => texts[word]!));
}
