/** The species that a label names, where a code says no more than the search: `Œufs ASCARIS` is one line of *ova and parasites identified*. */
import { componentWords } from "../lexicon/normalise.ts";
import { joined, type Token, tokens } from "../lexicon/tokens.ts";
import { remembering } from "./remembering.ts";

/** What is searched for, whatever is found. A culture for tubercle bacilli is the culture of all mycobacteria, and everybody codes it so. */
const SEARCH = /^(?!Mycobacterium\b).*\bidentified$/;
/** What tells of any species of a genus: `Salmonella sp Ab.IgM` of a *Typhidot*. */
const ANY_OF_GENUS = /^(?!Mycobacterium\b)([A-Z][a-z]+) sp\b/;
/** An organism as LOINC writes it, by itself: `Ascaris lumbricoides`, `Taenia sp`. */
const ORGANISM = /^[A-Z][a-z]+ (?!identified|observation|pattern)[a-z]+$/;
/** The examination of which the lexicon has worms and cysts without a component of their own as doubtful names: `Trichuris`, `Hymenolepis nana`. */
const EXAMINATION = "Ova & parasites identified";
/** Below this prior a name is that of one of those. */
const DOUBTFUL = 0.5;
/** So many left out are not one thing under two names: `Coproculture (Salmonella, Shigella, Campylobacter, Yersinia)`. */
const SEVERAL = 2;
/** Words that the name of an organism has at most. */
const MOST_WORDS = 4;

/** The organisms that words of a text name, also those within a longer form. */
export const organismsNamed = remembering((binding, text): readonly string[] => {
  const words = tokens(text);
  const found = new Set<string>();
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
      for (const sense of binding.lexicon.forms.get(joined(words, from, to)) ?? []) {
        if (sense.kind !== "analyte") continue;
        if (ORGANISM.test(sense.component)) found.add(sense.component);
        else if (sense.component === EXAMINATION && sense.prior < DOUBTFUL) found.add(spelt(words.slice(from, to)));
      }
    }
  }
  return [...found];
});

function spelt(words: readonly Token[]): string {
  return words.map(({ word }) => word).join(" ");
}

/**
 * True when `organisms` are named that `component` leaves out: it is a search that names none of them or leaves out several, or it tells of any species of
 * the genus of one.
 */
export function losesSpecies(component: string, organisms: () => readonly string[]): boolean {
  const genus = ANY_OF_GENUS.exec(component)?.[1];
  if (genus === undefined && !SEARCH.test(component)) return false;
  const words = new Set(componentWords(component));
  const isAll = (organism: string): boolean =>
    componentWords(organism).every((word) => word === "sp" || words.has(word));
  const named = organisms().filter((organism) => genus === undefined || organism.startsWith(`${genus} `));
  const lost = named.filter((organism) => !isAll(organism));
  return lost.length > 0 && (lost.length === named.length || lost.length >= SEVERAL);
}
