/** Panels and sections that the lexicon names in a label. */
import { tokens } from "../lexicon/tokens.ts";
import { indexOfCode } from "../loinc/release.ts";
import type { Engine } from "./candidates.ts";

/** Terms of panels and sections whose French name is the label, or a part of it. */
export function panelNames(engine: Engine, labels: readonly string[]): Map<number, "whole" | "part"> {
  const found = new Map<number, "whole" | "part">();
  for (const label of labels) {
    const words = tokens(label)
      .map((token) => token.word)
      .filter((word) => /[a-z0-9]/.test(word));
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        const codes = engine.binding.lexicon.panels.get(words.slice(from, to).join(""));
        for (const code of codes ?? []) {
          const term = indexOfCode(engine.index.release, code);
          if (term < 0) continue;
          if (to - from === words.length) found.set(term, "whole");
          else if (!found.has(term)) found.set(term, "part");
        }
        if (codes) break;
      }
    }
  }
  return found;
}
