/** Official French names beside the forms that the lexicon gives by hand. */
import type { Lexicon } from "./lexicon.ts";
import { overlaidMap } from "./overlaid-map.ts";
import type { AnalyteSense, Sense } from "./senses.ts";
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

/** `lexicon` with these names as further forms, and these acts as further evidence; `lexicon` itself is not changed. */
export function withOfficialNames(lexicon: Lexicon, { names, acts }: OfficialNames): Lexicon {
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
  const over = new Map<string, readonly Sense[]>(added);
  for (const [key, more] of added) {
    const known = lexicon.forms.get(key);
    if (known !== undefined) over.set(key, [...known, ...more]);
  }
  return { ...lexicon, forms: overlaidMap(lexicon.forms, over), acts: joinedActs(lexicon.acts, acts) };
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

/** An act that the lexicon calls a mere fee stays one. */
function joinedActs(own: Lexicon["acts"], official: OfficialNames["acts"]): Lexicon["acts"] {
  const over = new Map<string, readonly string[]>();
  for (const [act, components] of official) {
    const known = own.get(act);
    if (known?.length !== 0) over.set(act, [...new Set([...(known ?? []), ...components])]);
  }
  return overlaidMap(own, over);
}
