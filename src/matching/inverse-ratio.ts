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
  const whole = segments.flatMap(surely).map(componentParts);
  const ratios: Ratio[] = whole
    .filter(({ divisor }) => divisor !== "")
    .map(({ analyte, divisor }) => ({ above: componentWords(analyte), below: componentWords(divisor) }));
  return [...ratios, ...quotientsIn({ text, segments })];
}

/** The ratios that strokes state between two things that are surely measured: `Cholestérol/HDL`. */
export function quotientsIn({ text, segments }: Pick<TextReading, "text" | "segments">): Ratio[] {
  return segments.slice(1).flatMap((segment, i) => {
    const before = segments[i]!;
    if (!isStroke(text.slice(before.end, segment.start))) return [];
    return surely(before).flatMap((above) =>
      surely(segment).map((below) => ({ above: componentWords(above), below: componentWords(below) })),
    );
  });
}

/** The components that `segment` surely names. */
function surely({ recognition, analytes }: Segment): string[] {
  return recognition === "form"
    ? analytes.filter(({ modifier, prior }) => !modifier && prior >= SURELY).map(({ component }) => component)
    : [];
}

function wordsAt({ starts, items }: Lists, base: number, texts: readonly string[]): Set<string> {
  return new Set(Array.from(items.subarray(starts[base]!, starts[base + 1]!), (word) => texts[word]!));
}
