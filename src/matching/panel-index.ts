/** Panels of a reference, ready to be compared with exams: their words, and the analyses they hold as far as these are known. */
import { componentWords } from "../lexicon/normalise.ts";
import type { Panels } from "../loinc/panels.ts";
import { codeOf, indexOfCode, valueAt } from "../loinc/release.ts";
import { type Engine, panelTerms } from "./candidates.ts";
import { baseOf } from "./exam-members.ts";
import { ISOTYPES } from "./reference-index.ts";

export type Panel = {
  readonly term: number;
  readonly words: readonly number[];
  /** The same with those that tell nothing by themselves. */
  readonly allWords: ReadonlySet<number>;
  /** Sum of idf over its words. */
  readonly mass: number;
  readonly members: ReadonlySet<string>;
  /** Bases of its members. */
  readonly bases: ReadonlySet<number>;
  /** Those of its words that are isotypes. */
  readonly isotypes: readonly number[];
  /** How many drugs it holds, when its name says so: `Drugs of abuse 5 panel`. */
  readonly count: number | undefined;
  /** It holds susceptibilities to whichever antibiotics. */
  readonly susceptibility: boolean;
};

export type PanelIndex = {
  readonly panels: readonly Panel[];
  /** Terms of the panels that hold susceptibilities. */
  readonly antibiograms: ReadonlySet<number>;
  readonly french: ReadonlySet<number>;
};

const EMPTY_WORDS = new Set(["panel", "study", "studie", "test", "1998", "2000", "2006", "auto", "dna", "rna"]);

const COUNTED = /^Drugs of abuse (\d+)\b/i;

/** The panels of the engine's reference, and what else `known` gives members of. */
export function indexPanels({ index }: Engine, known: Panels, french: ReadonlySet<number>): PanelIndex {
  const { release } = index;
  const isPanel = panelTerms(index);
  const panels: Panel[] = [];
  const numbersOf = (words: readonly string[]): number[] =>
    words.map((word) => index.words.get(word) ?? -1).filter((word) => word >= 0);
  for (let term = 0; term < release.size; term++) {
    const members = new Set(known.get(codeOf(release, term)) ?? []);
    if (isPanel[term] === 0 && members.size === 0) continue;
    const component = valueAt(release, "component", term);
    const texts = componentWords(component);
    const words = numbersOf(texts.filter((word) => !EMPTY_WORDS.has(word)));
    if (words.length === 0) continue;
    const terms = [...members].map((code) => indexOfCode(release, code)).filter((member) => member >= 0);
    panels.push({
      term,
      words,
      allWords: new Set(numbersOf(texts)),
      mass: words.reduce((sum, word) => sum + index.idf[word]!, 0),
      members,
      bases: new Set(terms.map((member) => baseOf(index, member))),
      isotypes: numbersOf(texts.filter((word) => ISOTYPES.some((isotype) => isotype === word))),
      count: countIn(component),
      susceptibility: /susceptibility/i.test(component),
    });
  }
  const antibiograms = new Set(panels.filter(({ susceptibility }) => susceptibility).map(({ term }) => term));
  return { panels, antibiograms, french };
}

function countIn(component: string): number | undefined {
  const count = COUNTED.exec(component)?.[1];
  return count === undefined ? undefined : Number(count);
}
