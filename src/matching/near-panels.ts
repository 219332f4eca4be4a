/** The panels that an exam may be at all: those that share a word or an analysis with it, or are named by it. */
import type { Panel, PanelIndex } from "./panel-index.ts";

/** Numbers of panels by what leads to them. */
type Ways = {
  readonly byWord: ReadonlyMap<number, readonly number[]>;
  readonly byMember: ReadonlyMap<string, readonly number[]>;
  readonly byTerm: ReadonlyMap<number, readonly number[]>;
};

const known = new WeakMap<PanelIndex, Ways>();

/** The panels with one of `words`, one of the codes `members`, or one of the terms `named`, in the order of the index. */
export function nearPanels(
  index: PanelIndex,
  words: Iterable<number>,
  members: Iterable<string>,
  named: ReadonlyMap<number, unknown>,
): Panel[] {
  const { byWord, byMember, byTerm } = waysOf(index);
  const found = new Set<number>();
  const take = (numbers: readonly number[] | undefined): void => {
    for (const number of numbers ?? []) found.add(number);
  };
  for (const word of words) take(byWord.get(word));
  for (const member of members) take(byMember.get(member));
  for (const term of named.keys()) take(byTerm.get(term));
  return [...found].sort((a, b) => a - b).map((number) => index.panels[number]!);
}

function waysOf(index: PanelIndex): Ways {
  let ways = known.get(index);
  if (ways === undefined) {
    ways = {
      byWord: numbersBy(index.panels, (panel) => panel.words),
      byMember: numbersBy(index.panels, (panel) => panel.members),
      byTerm: numbersBy(index.panels, (panel) => [panel.term]),
    };
    known.set(index, ways);
  }
  return ways;
}

function numbersBy<Key>(panels: readonly Panel[], keysOf: (panel: Panel) => Iterable<Key>): Map<Key, number[]> {
  const numbers = new Map<Key, number[]>();
  panels.forEach((panel, number) => {
    for (const key of keysOf(panel)) {
      const list = numbers.get(key);
      if (list === undefined) numbers.set(key, [number]);
      else list.push(number);
    }
  });
  return numbers;
}
