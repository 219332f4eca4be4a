/** Official French names beside the forms that the lexicon gives by hand. */
import type { Lexicon } from "./lexicon.ts";
import { overlaidMap } from "./overlaid-map.ts";
import type { AnalyteSense, Sense } from "./senses.ts";
import { type SpokenWords, spokenWhenAsked } from "./spoken-words.ts";
import { formWords } from "./tokens.ts";

/** A name of a LOINC component. */
export type OfficialName = {
  readonly form: string;
  readonly component: string;
  /** Whether it is the component's own name rather than a synonym. */
  readonly own: boolean;
};

export type OfficialNames = {
  readonly names: Iterable<OfficialName>;
  /** NABM act → components that the official alignment gives for it, most usual first. */
  readonly acts: ReadonlyMap<string, readonly string[]>;
};

/** Official names are precise; synonyms are often shared by neighbours. */
const OWN_PRIOR = 0.9;
const SYNONYM_PRIOR = 0.6;
/** A form that the lexicon has already: it knows how laboratories use it. */
const KNOWN_FACTOR = 0.6;
/** Shorter synonyms are abbreviations that mean other things elsewhere. */
const SHORTEST_SYNONYM = 4;
/** Longer names are never found in labels. */
const MOST_WORDS = 9;

/** What official names add to a lexicon: form key → further senses, and the acts that they say more of. */
export type OfficialForms = {
  readonly forms: ReadonlyMap<string, readonly AnalyteSense[]>;
  /** The keys of these forms, by how they sound. */
  readonly spoken: () => SpokenWords;
  readonly acts: ReadonlyMap<string, readonly string[]>;
};

/** What these names add to `lexicon`; of a hundred thousand it takes most of a second. */
export function officialForms(lexicon: Lexicon, { names, acts }: OfficialNames): OfficialForms {
  const added = new Map<string, AnalyteSense[]>();
  // several sources give the same names
  const last = new Map<string, string>();
  for (const { form, component, own } of names) {
    if (last.get(form) === component) continue;
    last.set(form, component);
    const words = formWords(form);
    if (words.length > MOST_WORDS) continue;
    const key = words.join("");
    if (key.length < (own ? 2 : SHORTEST_SYNONYM) || !LETTER.test(key)) continue;
    const known = lexicon.forms.get(key);
    // what the lexicon knows for no analyte at all (a specimen, a technique) stays so
    if (known !== undefined && (hasComponent(known, component) || !known.some(isAnalyte))) continue;
    const prior = (own ? OWN_PRIOR : SYNONYM_PRIOR) * (known === undefined ? 1 : KNOWN_FACTOR);
    const sense: AnalyteSense = { kind: "analyte", component, prior, hints: undefined };
    const more = added.get(key);
    if (more === undefined) added.set(key, [sense]);
    else if (!hasComponent(more, component)) more.push(sense);
  }
  return { forms: added, spoken: spokenWhenAsked(() => added.keys()), acts: joinedActs(lexicon.acts, acts) };
}

/** `lexicon` with further forms and further evidence; `lexicon` itself is not changed. */
export function withOfficialForms(lexicon: Lexicon, { forms, spoken, acts }: OfficialForms): Lexicon {
  if (forms.size + acts.size === 0) return lexicon;
  const both = (own: readonly Sense[], more: readonly Sense[]): readonly Sense[] => [...own, ...more];
  return {
    ...lexicon,
    forms: overlaidMap(lexicon.forms, forms, both),
    spoken: () => [...lexicon.spoken(), spoken()],
    acts: overlaidMap(lexicon.acts, acts),
  };
}

const LETTER = /[a-z]/;

function hasComponent(senses: readonly Sense[], component: string): boolean {
  return senses.some(
    (sense) =>
      sense.kind === "analyte" &&
      (sense.component === component || sense.component.toLowerCase() === component.toLowerCase()),
  );
}

function isAnalyte(sense: Sense): boolean {
  return sense.kind === "analyte" || sense.kind === "modifier";
}

/** The components of acts that both know, or `official` alone; an act that the lexicon calls a mere fee stays one. */
function joinedActs(own: Lexicon["acts"], official: OfficialNames["acts"]): OfficialForms["acts"] {
  const joined = new Map<string, readonly string[]>();
  for (const [act, components] of official) {
    const known = own.get(act);
    if (known?.length !== 0) joined.set(act, [...new Set([...(known ?? []), ...components])]);
  }
  return joined;
}
