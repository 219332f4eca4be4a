/** How well a panel holds the analyses of an exam: an antibody that its name does not say, or another specimen, tells against it. */
import { type Release, valueAt } from "../loinc/release.ts";
import { baseOf } from "./exam-members.ts";
import type { OptionFeatures } from "./exam-option.ts";
import type { Panel } from "./panel-index.ts";
import type { ReferenceIndex } from "./reference-index.ts";

/** Systems of panels that may hold any specimen. */
export const UNSTATED = new Set(["", "-", "XXX"]);

/** The features of `panel` for the analyses `terms` that tell what is measured; they say the share `said` of its words. */
export function panelFit(index: ReferenceIndex, panel: Panel, terms: readonly number[], said: number): OptionFeatures {
  if (terms.length === 0) return {};
  const { release } = index;
  const shares = terms.map((term) => {
    const base = baseOf(index, term);
    return panel.bases.has(base) || (panel.susceptibility && valueAt(release, "property", term) === "Susc")
      ? 1
      : saidBy(index, panel.allWords, base);
  });
  const systems = valueAt(release, "system", panel.term).split("/");
  const stated = !UNSTATED.has(systems[0]!);
  const alike = terms.filter((term) =>
    valueAt(release, "system", term)
      .split("/")
      .some((system) => systems.includes(system)),
  );
  return {
    "panel.covered": shares.reduce((sum, share) => sum + share, 0) / shares.length,
    "panel.covered.least": Math.min(...shares),
    "panel.whole": said * Math.min(...shares),
    "panel.system": stated ? alike.length / terms.length : 1,
  };
}

/** True when `term` is a culture of whatever grows. */
export function isCulture(release: Release, term: number): boolean {
  return (
    /culture/i.test(valueAt(release, "method", term)) &&
    /^(bacteria|fungus|mycobacterium sp|virus)\b/i.test(valueAt(release, "component", term))
  );
}

/** The features of the code `term` of an exam's name for the analyses `terms`: the code of a gene's mutations, say, for two of them. */
export function nameFit(index: ReferenceIndex, term: number, terms: readonly number[]): OptionFeatures {
  if (terms.length === 0) return {};
  const said = meanSaid(index, term, terms);
  const words = saidBy(index, new Set(terms.flatMap((one) => wordsOf(index, one))), baseOf(index, term));
  return { "name.members.said": said, "name.words.members": words, "name.whole": said * words };
}

/** The share of what the others of `terms` are that the component of `term` says, 0 to 1; 1 when there are no others. */
export function othersSaid(index: ReferenceIndex, term: number, terms: readonly number[]): number {
  const others = terms.filter((one) => one !== term);
  return others.length === 0 ? 1 : meanSaid(index, term, others);
}

function meanSaid(index: ReferenceIndex, term: number, terms: readonly number[]): number {
  const words = new Set(wordsOf(index, term));
  return terms.reduce((sum, one) => sum + saidBy(index, words, baseOf(index, one)), 0) / terms.length;
}

function wordsOf(index: ReferenceIndex, term: number): readonly number[] {
  const { starts, items } = index.analyteWords;
  const base = baseOf(index, term);
  return [...items.subarray(starts[base]!, starts[base + 1]!)];
}

/** The share of the analyte of `base` that `words` say, 0 to 1. */
function saidBy(
  { analyteWords: { starts, items }, idf, analyteMass }: ReferenceIndex,
  words: ReadonlySet<number>,
  base: number,
): number {
  let said = 0;
  for (let i = starts[base]!; i < starts[base + 1]!; i++) if (words.has(items[i]!)) said += idf[items[i]!]!;
  return analyteMass[base]! === 0 ? 0 : Math.min(1, said / analyteMass[base]!);
}
