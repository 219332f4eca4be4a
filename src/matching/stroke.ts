/** A stroke between two things that are measured states a ratio, which a form of both words may not mean: `Cholestérol/HDL` is no HDL cholesterol. */
import type { Sense } from "../lexicon/senses.ts";
import type { Token } from "../lexicon/tokens.ts";
import { type Binding, SURELY } from "./binding.ts";

/** True when what stands `between` two words is a stroke and no more. */
export function isStroke(between: string): boolean {
  return /^\s*\/\s*$/.test(between);
}

/** True when `words` of `text` stand on both sides of a stroke, each surely something else, and `senses` mean one of the two alone (`PAO2/FIO2` is a third thing). */
export function losesStroke(
  binding: Binding,
  text: string,
  words: readonly Token[],
  senses: readonly Sense[],
): boolean {
  const at = words.findIndex((word, i) => i > 0 && isStroke(text.slice(words[i - 1]!.end, word.start)));
  if (at < 0) return false;
  const [above, below] = [words.slice(0, at), words.slice(at)].map((side) => namesSurely(binding, side));
  if (above === undefined || below === undefined || above === below) return false;
  return senses.every((sense) => sense.kind !== "analyte" || [above, below].includes(sense.component));
}

/** The component that `words` together surely name. */
function namesSurely({ lexicon }: Binding, words: readonly Token[]): string | undefined {
  for (const sense of lexicon.forms.get(words.map(({ word }) => word).join("")) ?? [])
    if (sense.kind === "analyte" && sense.prior >= SURELY) return sense.component;
  return undefined;
}
