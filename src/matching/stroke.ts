/** A stroke between two things that are measured states a ratio, which a form of both words may not mean: `Cholestérol/HDL` is no HDL cholesterol. */
import type { Sense } from "../lexicon/senses.ts";
import type { Token } from "../lexicon/tokens.ts";
import { type Binding, SURELY } from "./binding.ts";

/** True when what stands `between` two words is a stroke and no more. */
export function isStroke(between: string): boolean {
  return /^\s*\/\s*$/.test(between);
}

/**
 * Those of `senses` that `words` of `text` may have where they stand on both sides of a stroke, each surely something else: a third thing
 * (`PAO2/FIO2`), not one of the two alone; `undefined` when none is left.
 */
export function acrossStroke(
  binding: Binding,
  text: string,
  words: readonly Token[],
  senses: readonly Sense[],
): readonly Sense[] | undefined {
  const at = words.findIndex((word, i) => i > 0 && isStroke(text.slice(words[i - 1]!.end, word.start)));
  if (at < 0) return senses;
  const [above, below] = [words.slice(0, at), words.slice(at)].map((side) => namesSurely(binding, side));
  if (above === undefined || below === undefined || above === below) return senses;
  const third = senses.filter((sense) => sense.kind === "analyte" && ![above, below].includes(sense.component));
  const others = senses.filter((sense) => sense.kind !== "analyte");
  return third.length > 0 ? [...third, ...others] : senses.length === others.length ? senses : undefined;
}

/** The component that `words` together surely name. */
function namesSurely({ lexicon }: Binding, words: readonly Token[]): string | undefined {
  for (const sense of lexicon.forms.get(words.map(({ word }) => word).join("")) ?? [])
    if (sense.kind === "analyte" && sense.prior >= SURELY) return sense.component;
  return undefined;
}
