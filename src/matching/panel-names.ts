/** Panels, sections and other codes of groups that the lexicon names in a label. */
import { tokens } from "../lexicon/tokens.ts";
import { indexOfCode, valueAt } from "../loinc/release.ts";
import { type Engine, panelTerms } from "./candidates.ts";

/** Terms of panels and sections whose name is the label, or a part of it. */
export function panelNames(engine: Engine, labels: readonly string[]): Map<number, "whole" | "part"> {
  const { release } = engine.index;
  const isPanel = panelTerms(engine.index);
  const isAnalysis = (term: number): boolean => isPanel[term] === 0 && /\w/.test(valueAt(release, "property", term));
  return new Map([...groupNames(engine, labels)].filter(([term]) => !isAnalysis(term)));
}

/** The same with the analyses that give their name to a group: the culture to all that is done with a stool. */
export function groupNames(engine: Engine, labels: readonly string[]): Map<number, "whole" | "part"> {
  const found = new Map<number, "whole" | "part">();
  for (const label of labels) {
    const words = tokens(label)
      .map((token) => token.word)
      .filter((word) => /[a-z0-9]/.test(word));
    let covered = 0;
    for (let from = 0; from < words.length; from++) {
      // a name within a longer one says nothing more: *differential* of *manual differential*
      for (let to = words.length; to > Math.max(from, covered); to--) {
        const codes = engine.binding.lexicon.panels.get(words.slice(from, to).join(""));
        for (const code of codes ?? []) {
          const term = indexOfCode(engine.index.release, code);
          if (term < 0) continue;
          if (to - from === words.length) found.set(term, "whole");
          else if (!found.has(term)) found.set(term, "part");
        }
        if (codes) {
          covered = to;
          break;
        }
      }
    }
  }
  return found;
}
