/** Panels, sections and other codes of groups that the lexicon names in a label. */
import { joined, type Token, tokens } from "../lexicon/tokens.ts";
import { indexOfCode, valueAt } from "../loinc/release.ts";
import { type Engine, panelTerms } from "./candidates.ts";
import { UNSTATED } from "./panel-fit.ts";
import { keysMeant } from "./panel-spelling.ts";

const PARTED = /^([^:,(]+?)(?:\s*[:,(]|\s+-)\s*([^:,()]+)\)?$/;

/** Terms of panels and sections whose name is the label, or a part of it. */
export function panelNames(engine: Engine, labels: readonly string[]): Map<number, "whole" | "part"> {
  const { release } = engine.index;
  const isPanel = panelTerms(engine.index);
  const isAnalysis = (term: number): boolean => isPanel[term] === 0 && /\w/.test(valueAt(release, "property", term));
  return new Map([...groupNames(engine, labels)].filter(([term]) => !isAnalysis(term)));
}

/** The same with the analyses that give their name to a group: the culture to all that is done with a stool. */
export function groupNames(engine: Engine, labels: readonly string[]): Map<number, "whole" | "part"> {
  const { panels } = engine.binding.lexicon;
  const asIs = namesBy(engine, labels, (words) => panels.get(keyOf(words)) ?? []);
  if ([...asIs.values()].includes("whole")) return asIs;
  return namesBy(
    engine,
    labels.flatMap((label) => [label, ...turned(label)]),
    (words) =>
      panels.get(keyOf(words)) ?? keysMeant(engine.binding, panels, words).flatMap((key) => panels.get(key) ?? []),
  );
}

/** Terms of what `labels` name, `codesOf` telling the codes that words name. */
function namesBy(
  engine: Engine,
  labels: readonly string[],
  codesOf: (words: readonly Token[]) => readonly string[],
): Map<number, "whole" | "part"> {
  const found = new Map<number, "whole" | "part">();
  for (const label of labels) {
    const words = tokens(label).filter(({ word }) => /[a-z0-9]/.test(word));
    let covered = 0;
    for (let from = 0; from < words.length; from++) {
      // a name within a longer one says nothing more: *differential* of *manual differential*
      for (let to = words.length; to > Math.max(from, covered); to--) {
        const terms = codesOf(words.slice(from, to))
          .map((code) => indexOfCode(engine.index.release, code))
          .filter((term) => term >= 0);
        const rest = [words.slice(0, from), words.slice(to)];
        for (const term of terms) {
          if (rest.every((run) => saysItsSpecimen(engine, run, term))) found.set(term, "whole");
          else if (!found.has(term)) found.set(term, "part");
        }
        // a longer name of what the release lacks leaves the shorter one
        if (terms.length > 0) {
          covered = to;
          break;
        }
      }
    }
  }
  return found;
}

/** `label` turned round what parts it in two: *cytologie liquide pleural* of *Liquide pleural - cytologie*. */
function turned(label: string): string[] {
  const [, first, second] = PARTED.exec(label) ?? [];
  return first === undefined ? [] : [`${second} ${first}`];
}

function keyOf(words: readonly Token[]): string {
  return joined(words, 0, words.length);
}

/** True when `words` beside the name of the panel `term` say nothing, or only a specimen that it may be of: *veineux* after *gaz du sang*. */
function saysItsSpecimen(
  { binding: { lexicon }, index: { release } }: Engine,
  words: readonly Token[],
  term: number,
): boolean {
  if (words.length === 0) return true;
  const key = keyOf(words);
  // *ECBU* is a specimen, and the name of its culture
  if (lexicon.panels.has(key)) return false;
  const systems = valueAt(release, "system", term).split("/");
  const stated = !UNSTATED.has(systems[0]!);
  const short = lexicon.shortSpecimens.get(key);
  const specimens = (lexicon.forms.get(key) ?? []).flatMap((sense) =>
    sense.kind === "specimen" ? [sense.specimen] : [],
  );
  return [...specimens, ...(short === undefined ? [] : [short])].some(
    (specimen) => !stated || systems.some((system) => (specimen.systems.get(system) ?? 0) > 0),
  );
}
